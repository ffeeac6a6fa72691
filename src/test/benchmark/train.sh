#!/usr/bin/env bash
# Trains the reference networks with PyTorch and with Augstream, one after the other for each network and number of threads,
# and prints a table of ratios. The machine should be otherwise idle.
# usage: train.sh PYTHON TRAIN_PY [NETWORKS [THREADS [SECONDS [OUT]]]]
#   PYTHON    one that has torch (the environment that peers/setup.sh makes has it under bin/python)
#   TRAIN_PY  peers/train.py
#   NETWORKS  default "mlp small resnet8 resnet20 alexnet32"; THREADS default "1 2"; SECONDS a measurement, default 5
#   OUT       where the JSON lines are kept, default target/throughput.jsonl
# JAVA_HOME chooses the Java.
set -euo pipefail
python=$1 train=$(realpath "$2")
networks=${3:-mlp small resnet8 resnet20 alexnet32} threads=${4:-1 2} seconds=${5:-5}
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
cd "$here/../../.."
out=${6:-target/throughput.jsonl}
java=java
[[ -z "${JAVA_HOME:-}" ]] || java=$JAVA_HOME/bin/java
[[ -d target/test-classes ]] || mvn -q test-compile
[[ -s target/test-classpath ]] \
    || mvn -q dependency:build-classpath -DincludeScope=test -Dmdep.outputFile=target/test-classpath
: > "$out"
for count in $threads; do
    for network in $networks; do
        options=(--threads "$count" --batch 128 --seconds "$seconds" --networks "$network")
        "$python" "$here/torch_train.py" "$train" "${options[@]}" | tee -a "$out" >&2
        "$java" --add-modules jdk.incubator.vector -cp "target/classes:target/test-classes:$(< target/test-classpath)" \
            io.augstream.train.ThroughputMain "${options[@]}" 2> >(grep -v 'incubator modules' >&2) | tee -a "$out" >&2
    done
done
"$python" "$here/train_ratios.py" "$out"
