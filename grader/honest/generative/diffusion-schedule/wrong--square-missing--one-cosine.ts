function check(steps) { if (!Number.isInteger(steps) || steps < 1) throw new Error('steps'); }
const f = (t, T) => Math.cos(((t / T + 0.008) / 1.008) * (Math.PI / 2)) ** 2;
const cosineBetas = (T) => Array.from({ length: T }, (_, i) => Math.min(1 - f(i + 1, T) / f(i, T), 0.999));
const linearBetas = (T) => Array.from({ length: T }, (_, i) => (T === 1 ? 1e-4 : 1e-4 + (i / (T - 1)) * (0.02 - 1e-4)));
const cumprod = (xs) => { const out = []; xs.reduce((p, x) => { out.push(p * x); return p * x; }, 1); return out; };
const root = (t, T) => Math.cos(((t / T + 0.008) / 1.008) * (Math.PI / 2));
export function diffusionSchedule(steps, kind = 'linear') {
  check(steps);
  const beta = kind === 'linear' ? linearBetas(steps) : cosineBetas(steps).map((_, i) => Math.min(0.999, 1 - root(i + 1, steps) / root(i, steps)));
  return { beta, alphaBar: cumprod(beta.map((b) => 1 - b)) };
}
