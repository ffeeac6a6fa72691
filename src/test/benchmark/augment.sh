#!/usr/bin/env bash
# Measures each augmentation stage of OpenCV and torchvision and then ours, turn by turn in one run, one thread each, and prints a
# table of ratios. The machine should be otherwise idle.
# usage: augment.sh PYTHON AUGMENT_PY [SIZES [TURNS [OUT]]]
#   PYTHON      one that has OpenCV and torchvision (the environment that peers/setup.sh makes has it under bin/python)
#   AUGMENT_PY  peers/augment.py
#   SIZES       sides of the picture, default "256 32 1024"; TURNS default 3
#   OUT         where the JSON lines are kept, default target/augment.jsonl
# JAVA_HOME chooses the Java.
set -euo pipefail
python=$(realpath -s "$1") augment=$(realpath "$2")
sizes=${3:-256 32 1024} turns=${4:-3}
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
out=$(realpath -m "${5:-$here/../../../target/augment.jsonl}")
cd "$here/../../.."
java=java
[[ -z "${JAVA_HOME:-}" ]] || java=$JAVA_HOME/bin/java
mvn -q test-compile >&2
[[ -s target/test-classpath ]] \
    || mvn -q dependency:build-classpath -DincludeScope=test -Dmdep.outputFile=target/test-classpath
: > "$out"
# What JVMs have to say beside, forked ones on standard output, is left out; an error ends this.
ours() {
    "$java" -cp "target/classes:target/test-classes:$(< target/test-classpath)" io.augstream.benchmark.BenchmarkMain "$@" \
        2> >(grep -v -E 'incubator modules|Unsafe|maintainers|VectorApi|scalar kernels' >&2) | grep '^{'
}
for ((turn = 1; turn <= turns; turn++)); do
    for size in $sizes; do
        echo "turn $turn of $turns, $size x $size" >&2
        "$python" "$augment" --size "$size" >> "$out"
        ours -p "size=$size" >> "$out"
        # Without a fork, and so without the Vector API.
        ours -p "size=$size" -p stage=chain -f 0 | sed 's/"augstream"/"augstream, scalar loops"/' >> "$out"
    done
done
"$python" "$here/augment_ratios.py" "$out"
