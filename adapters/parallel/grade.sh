#!/usr/bin/env bash
# Grades a class by GNU parallel, on this machine or several, and merges the shards.
#   grade.sh CLASS ASSIGNMENT WORK [SHARDS] [PARALLEL OPTION...]
# WORK is a folder that all machines see; the results come to WORK/results. Run again, it goes on from there.
# BACKPROOF is the command, `npx backproof` by default. PARALLEL OPTIONs say where: --jobs 4, --sshlogin node1,node2.
set -euo pipefail
if [ $# -lt 3 ]; then
  echo 'usage: grade.sh CLASS ASSIGNMENT WORK [SHARDS] [PARALLEL OPTION...]' >&2
  exit 2
fi
class=$(realpath "$1")
assignment=$2
if [ -f "$assignment" ]; then assignment=$(realpath "$assignment"); fi
work=$(mkdir -p "$3/shards" && cd "$3" && pwd)
shards=${4:-8}
shift "$(($# < 4 ? $# : 4))"

read -ra backproof <<<"${BACKPROOF:-npx backproof}"
# A shard that fails three times does not keep the others from being graded; merge names it.
parallel --quote --retries 3 --joblog "$work/joblog" "$@" "${backproof[@]}" grade "$class" --assignment "$assignment" \
  --key "$work/class.key" --shard "{}/$shards" --out "$work/shards/{}" --jobs 1 --json ::: $(seq "$shards") || true
"${backproof[@]}" merge "$work"/shards/* --out "$work/results"
