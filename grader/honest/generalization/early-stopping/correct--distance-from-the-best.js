export function earlyStopping(losses, { patience = 0, minDelta = 0 } = {}) {
  if (!(Number.isInteger(patience) && patience >= 0)) throw new RangeError('patience');
  let best = 0;
  let epoch = 0;
  while (++epoch < losses.length) {
    if (losses[epoch] < losses[best] - minDelta) best = epoch;
    else if (epoch - best >= patience) break;
  }
  return { stopEpoch: Math.min(epoch, losses.length - 1), bestEpoch: best };
}
