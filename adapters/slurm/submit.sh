#!/usr/bin/env bash
# Grades a class on a SLURM cluster: an array job with a task for each shard, then a job that merges them.
#   submit.sh CLASS ASSIGNMENT WORK [SHARDS] [SBATCH OPTION...]
# WORK is a folder that all nodes see: the results come to WORK/results, the logs to WORK/logs. Run again, it goes on from there.
# BACKPROOF is the command, `npx backproof` by default. SBATCH OPTIONs (--account=…, --partition=…) are for both jobs.
set -euo pipefail
if [ $# -lt 3 ]; then
  echo 'usage: submit.sh CLASS ASSIGNMENT WORK [SHARDS] [SBATCH OPTION...]' >&2
  exit 2
fi
here=$(cd "$(dirname "$0")" && pwd)
class=$(realpath "$1")
# A file, or the name of a bundled assignment.
assignment=$2
if [ -f "$assignment" ]; then assignment=$(realpath "$assignment"); fi
work=$(mkdir -p "$3" && cd "$3" && pwd)
shards=${4:-8}
shift "$(($# < 4 ? $# : 4))"
mkdir -p "$work/logs" "$work/shards"

export BACKPROOF=${BACKPROOF:-npx backproof}
export BACKPROOF_CLASS=$class BACKPROOF_ASSIGNMENT=$assignment BACKPROOF_WORK=$work BACKPROOF_SHARDS=$shards
array=$(sbatch --parsable --export=ALL --array="1-$shards" --output="$work/logs/shard-%a.log" "$@" "$here/array.sbatch")
# With `afterok` a shard that failed would leave the merge waiting for ever; so it runs in any case, and names what is missing.
merge=$(sbatch --parsable --export=ALL --dependency="afterany:${array%%;*}" --output="$work/logs/merge.log" "$@" "$here/merge.sbatch")
echo "shards: job ${array%%;*}, merge: job ${merge%%;*}; the results will be in $work/results"
