class Stopper {
  best = Infinity;
  bestEpoch = 0;
  wait = 0;

  constructor(
    private readonly patience: number,
    private readonly minDelta: number,
  ) {
    if (patience < 0 || patience % 1 !== 0) throw new Error('patience');
  }

  isOver(loss: number, epoch: number): boolean {
    if (this.best - loss > this.minDelta) {
      this.best = loss;
      this.bestEpoch = epoch;
      this.wait = 0;
      return false;
    }
    this.wait += 1;
    return this.wait >= Math.max(this.patience, 1);
  }
}

export function earlyStopping(losses: number[], { patience = 0, minDelta = 0 } = {}) {
  const stopper = new Stopper(patience, minDelta);
  const at = losses.findIndex((loss, epoch) => stopper.isOver(loss, epoch));
  return { stopEpoch: at < 0 ? losses.length - 1 : at, bestEpoch: stopper.bestEpoch };
}
