#!/usr/bin/env bash
# The bundled class on a real SLURM of one node, as adapters/slurm runs it: one task is killed midway and requeued, and the merged
# records must be those of one run. Exits with 77, and says why, if this machine cannot have a SLURM.
#   try-slurm.sh [SHARDS]
set -euo pipefail
cd "$(dirname "$0")/../.."
shards=${1:-4}
if [ "$(uname -s)" != Linux ] || [ "$(id -u)" -ne 0 ]; then
  echo 'skipped: a SLURM of our own needs Linux and root'
  exit 77
fi
if ! command -v slurmctld slurmd munged sbatch >/dev/null && ! command -v apt-get >/dev/null; then
  echo 'skipped: there is no SLURM here, and no apt to install it'
  exit 77
fi
w=$(mktemp -d)
# munge wants to be reached by everybody; the keys in there are for their owner alone.
chmod 755 "$w"
trap 'rm -rf "$w"' EXIT
export BACKPROOF="$(command -v node) $PWD/grader/bin.mjs"
if ! command -v sbatch >/dev/null; then
  apt-get update -qq || { echo 'skipped: apt cannot reach its sources, and there is no SLURM here'; exit 77; }
fi
bash tools/slurm/one-node-slurm.sh "$w/slurm" bash tools/slurm/kill-and-requeue.sh "$w/work" "$shards"
node grader/bin.mjs grade examples/class --assignment examples/class.json --key "$w/work/class.key" --out "$w/one" --json >/dev/null
npx tsx tools/slurm/same-records.ts "$w/one" "$w/work/results"
