#!/usr/bin/env bash
# On a machine with an NVIDIA card: every formula on tfjs-node-gpu and WebGPU, then the bench at large sizes, with the card's
# name in what they print.
#
#   bash tools/gpu/measure.sh INSTALL_TFJS_NODE OUT
#
# INSTALL_TFJS_NODE is the script that gives a project the binding of tfjs-node (TFJS_NODE_CUDA=1: over 2 GB to fetch, so do
# it before the card is paid for). OUT is the folder for tests.txt, bench.md, bench.json and their picture. What does not start
# is said in both; nothing is taken from a CPU for a GPU.
set -euo pipefail
if [ $# -ne 2 ]; then
  echo "usage: bash tools/gpu/measure.sh INSTALL_TFJS_NODE OUT" >&2
  exit 2
fi
install=$(realpath "$1") out=$(realpath -m "$2")
cd "$(dirname "$0")/../.."
mkdir -p "$out"
command -v nvidia-smi >/dev/null && nvidia-smi --query-gpu=name,driver_version --format=csv,noheader | tee "$out/card.txt"

[ -d node_modules ] || npm ci --no-audit --no-fund
npm install --no-save --save-optional --ignore-scripts --no-audit --no-fund \
  @tensorflow/tfjs-node@4.22.0 @tensorflow/tfjs-node-gpu@4.22.0
TFJS_NODE_CUDA=1 TFJS_NODE_PACKAGE=@tensorflow/tfjs-node-gpu bash "$install" . ||
  echo 'tfjs-node-gpu has no binding here: WebGPU alone is measured'

status=0
npx vitest run --project tfjs-node-gpu --project webgpu 2>&1 | tee "$out/tests.txt" || status=$?
npm run --silent bench -- --size large --backend tfjs-node-gpu webgpu cpu --out "$out" --name bench || status=$?
exit "$status"
