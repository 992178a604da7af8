export function earlyStopping(
  losses: number[],
  { patience = 0, minDelta = 0 }: { patience?: number; minDelta?: number } = {},
): { stopEpoch: number; bestEpoch: number } {
  if (!Number.isInteger(patience) || patience < 0) throw new RangeError('patience');
  let best = Infinity;
  let bestEpoch = 0;
  let wait = 0;
  for (let epoch = 0; epoch < losses.length; epoch++) {
    const loss = losses[epoch]!;
    if (loss < best - minDelta) {
      bestEpoch = epoch;
      wait = 0;
    } else {
      wait++;
      if (wait >= patience) return { stopEpoch: epoch, bestEpoch };
    }
    best = loss;
  }
  return { stopEpoch: losses.length - 1, bestEpoch };
}
