"""A table of ratios from the JSON lines of train.sh: ours / PyTorch's best line, in images a second. usage: train_ratios.py FILE"""
import json
import sys

import torch

ours, theirs = {}, {}
for line in open(sys.argv[1]):
    row = json.loads(line)
    if "images_per_second" not in row:
        continue
    key = (row["network"], row["threads"])
    if row["peer"] == "augstream":
        ours[key] = row["images_per_second"]
    elif row["images_per_second"] > theirs.get(key, (0, ""))[0]:
        theirs[key] = (row["images_per_second"], row["layout"])
print(f"images a second, torch {torch.__version__}")
print(f"{'network':<12}{'threads':>8}{'augstream':>12}{'PyTorch':>12}  {'its best layout':<18}{'ratio':>6}")
for key, rate in ours.items():
    if key in theirs:
        peer, layout = theirs[key]
        print(f"{key[0]:<12}{key[1]:>8}{rate:>12.0f}{peer:>12.0f}  {layout:<18}{rate / peer:>6.2f}")
