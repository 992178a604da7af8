const mix = (b: number) => (old: number, now: number) => b * old + (1 - b) * now;
export const adamUncorrected = (state: any, gradient: number[], options?: any) => {
  const o = Object.assign({ learningRate: 1e-3, beta1: 0.9, beta2: 0.999, epsilon: 1e-7 }, options);
  const rows = gradient.map((g, i) => { const m = mix(o.beta1)(state.m[i], g), v = mix(o.beta2)(state.v[i], g * g); return [state.theta[i] - (o.learningRate * m) / (Math.sqrt(v) + o.epsilon), m, v]; });
  const [theta, m, v] = [0, 1, 2].map((k) => new Float64Array(rows.map((r) => r[k])));
  return { theta, m, v };
};
