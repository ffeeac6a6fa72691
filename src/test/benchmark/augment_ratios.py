"""A table from the JSON lines of augment.sh: medians in microseconds an image, peers' over ours. usage: augment_ratios.py FILE"""
import collections
import json
import statistics
import sys

SCALAR = "augstream, scalar loops"

times = collections.defaultdict(list)
for line in open(sys.argv[1]):
    row = json.loads(line)
    times[row["peer"], row["stage"], row["size"]].append(row["us"])


def microseconds(values):
    return f"{min(values):,.4g} to {max(values):,.4g}" if len(values) > 1 else f"{values[0]:,.4g}"


print("medians, microseconds an image; ratios are the peer's over ours, of torchvision's own times the range stands behind")
print(f"{'stage':<17}{'side':>5}{'Augstream':>11}{'OpenCV':>9}{'ratio':>7}{'torchvision':>13}{'ratio':>7}")
for (peer, stage, size), values in times.items():
    if not peer.startswith("augstream"):
        continue
    ours = statistics.median(values)
    cells = f"{stage + (', scalar' if peer == SCALAR else ''):<17}{size:>5}{ours:>11,.4g}"
    for name, width in (("opencv", 9), ("torchvision", 13)):
        theirs = statistics.median(times[name, stage, size])
        cells += f"{theirs:>{width},.4g}{theirs / ours:>7.2f}"
    print(f"{cells}  {microseconds(times['torchvision', stage, size])}")
