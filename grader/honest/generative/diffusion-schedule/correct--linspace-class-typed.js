const linspace = (from, to, n) => Float64Array.from({ length: n }, (_, i) => (n === 1 ? from : (from * (n - 1 - i) + to * i) / (n - 1)));

class Schedule {
  constructor(steps) {
    if (!(steps > 0) || steps % 1 !== 0) throw new Error(`bad number of steps: ${steps}`);
    this.steps = steps;
  }
  get linear() { return linspace(1e-4, 0.02, this.steps); }
  get cosine() {
    const bar = Float64Array.from({ length: this.steps + 1 }, (_, t) => Math.pow(Math.cos((t / this.steps + 0.008) / 1.008 * Math.PI * 0.5), 2));
    return bar.slice(1).map((x, i) => Math.min(0.999, Math.max(0, 1 - x / bar[i])));
  }
}

export function diffusionSchedule(steps, kind = 'linear') {
  const beta = new Schedule(steps)[kind];
  const alphaBar = beta.map((_, t) => beta.slice(0, t + 1).reduce((p, b) => p * (1 - b), 1));
  return { beta, alphaBar };
}
