export const diffusionSchedule = (steps, kind = 'linear') => {
  const f = (t) => Math.cos(((t / steps + 0.008) / 1.008) * Math.PI / 2) ** 2;
  const beta = [...Array(Math.max(0, Math.floor(steps))).keys()].map((i) => kind === 'linear' ? 1e-4 + 0.0199 * i / Math.max(1, steps - 1) : Math.min(0.999, 1 - f(i + 1) / f(i)));
  return { beta, alphaBar: beta.map(((p) => (b) => (p *= 1 - b))(1)) };
};
