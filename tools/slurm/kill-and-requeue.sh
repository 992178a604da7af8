#!/usr/bin/env bash
# Called by try-slurm.sh where SLURM runs: submits the class, kills the run of one shard in the midst of it, and waits for the end.
#   kill-and-requeue.sh WORK SHARDS
set -euo pipefail
work=$1 shards=$2
bash adapters/slurm/submit.sh examples/class examples/class.json "$work" "$shards" --cpus-per-task=1 --mem=0 --time=50

# A run writes its process into the lock of its folder; it is killed once it has graded something, and has something left.
killed=
for _ in {1..6000}; do
  for lock in "$work"/shards/*/backproof.lock; do
    dir=${lock%/backproof.lock}
    if [ -f "$lock" ] && [ -s "$dir/results.jsonl" ]; then
      pid=$(sed -E 's/.*"pid":([0-9]+).*/\1/' "$lock" 2>/dev/null) || continue
      if kill -9 "$pid" 2>/dev/null; then
        killed=${dir##*/}
        before=$(wc -l <"$dir/results.jsonl")
        echo "killed shard $killed, process $pid, after $before records"
        break 2
      fi
    fi
  done
  sleep 0.1
done
[ -n "$killed" ] || { echo 'no shard was there to be killed' >&2; exit 1; }

for _ in {1..1200}; do
  [ -z "$(squeue --noheader)" ] && break
  sleep 1
done
[ -z "$(squeue --noheader)" ] || { squeue; echo 'the jobs did not end in 20 minutes' >&2; exit 1; }
cat "$work/logs/shard-$killed.log"
grep -q 'restarts: 1' "$work/logs/shard-$killed.log" || { echo "shard $killed was not requeued" >&2; exit 1; }
tail -n 5 "$work/logs/merge.log"
