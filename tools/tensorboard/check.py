"""Reads event files with TensorBoard's own reader and compares them with what was written.

python3 tools/tensorboard/check.py FOLDER

FOLDER is one that tools/tensorboard/write-training-run.ts has filled: a folder for each run, with an event file and expected.json in
it, a list of numbers for each tag. Needs the package tensorboard (pip install tensorboard). Exits with 1 where a run
cannot be read or differs.
"""

import json
import pathlib
import struct
import sys

from tensorboard.backend.event_processing import event_accumulator


def float32(x):
    return struct.unpack("<f", struct.pack("<f", x))[0]


def faults_of(run):
    expected = json.loads((run / "expected.json").read_text())
    accumulator = event_accumulator.EventAccumulator(
        str(run), size_guidance={event_accumulator.SCALARS: 0, event_accumulator.TENSORS: 0}
    )
    accumulator.Reload()
    if accumulator.file_version != 2.0:
        yield f"file version {accumulator.file_version}, expected 2.0"
    tags = sorted(accumulator.Tags()["scalars"])
    if tags != sorted(expected):
        yield f"tags {tags}, expected {sorted(expected)}"
        return
    for tag, values in expected.items():
        got = [(event.step, event.value) for event in accumulator.Scalars(tag)]
        wanted = [(step, float32(value)) for step, value in enumerate(values)]
        if got != wanted:
            yield f"{tag}: got {got}, expected {wanted}"
        print(f"{run.name}/{tag}: {len(got)} points, last {got[-1][1]:.6f}")


def main():
    if len(sys.argv) != 2:
        sys.exit("usage: python3 tools/tensorboard/check.py FOLDER")
    runs = sorted(path.parent for path in pathlib.Path(sys.argv[1]).glob("*/expected.json"))
    faults = [f"{run}: {fault}" for run in runs for fault in faults_of(run)]
    if not runs:
        faults.append(f"{sys.argv[1]}: expected at least one run with an expected.json")
    for fault in faults:
        print(fault, file=sys.stderr)
    sys.exit(1 if faults else 0)


main()
