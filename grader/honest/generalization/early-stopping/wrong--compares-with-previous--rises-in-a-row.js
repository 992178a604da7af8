export function earlyStopping(losses, { patience = 0, minDelta = 0 } = {}) {
  if (!Number.isInteger(patience) || patience < 0) throw new Error('patience');
  let [bad, bestEpoch] = [0, 0];
  for (let i = 1; i < losses.length; i++) {
    if (losses[i] < losses[bestEpoch] - minDelta) bestEpoch = i;
    if (losses[i] < losses[i - 1] - minDelta) bad = 0;
    else bad += 1;
    if (bad >= Math.max(1, patience)) return { stopEpoch: i, bestEpoch };
  }
  return { stopEpoch: losses.length - 1, bestEpoch };
}
