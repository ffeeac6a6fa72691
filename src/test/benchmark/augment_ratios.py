"""A table from the JSON lines of augment.sh: medians, and ratios of the peers' over ours. usage: augment_ratios.py FILE"""
import collections
import json
import statistics
import sys

SCALAR = "augstream, scalar loops"

times = collections.defaultdict(list)
for line in open(sys.argv[1]):
    row = json.loads(line)
    times[row["peer"], row["stage"], row["size"]].append(row["us"])


def told(us):
    return f"{us:,.0f}" if us >= 200 else f"{us:.1f}" if us >= 20 else f"{us:.2f}"


print("microseconds an image, medians; at the end, torchvision's turns")
print(f"{'stage':<16}{'side':>5}{'Augstream':>10}{'OpenCV':>7}{'ratio':>6}{'torchvision':>12}{'ratio':>6}")
for (peer, stage, size), values in list(times.items()):
    if not peer.startswith("augstream"):
        continue
    ours = statistics.median(values)
    row = f"{stage + (', scalar' if peer == SCALAR else ''):<16}{size:>5}{told(ours):>10}"
    for name, width in (("opencv", 7), ("torchvision", 12)):
        if (name, stage, size) not in times:
            sys.exit(f"{sys.argv[1]} has no {stage} of {name} at {size}")
        theirs = statistics.median(times[name, stage, size])
        row += f"{told(theirs):>{width}}{theirs / ours:>6.3g}"
    turns = times["torchvision", stage, size]
    print(f"{row}  {told(min(turns))} to {told(max(turns))}")
