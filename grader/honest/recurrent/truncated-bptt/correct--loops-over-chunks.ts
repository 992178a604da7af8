type Weights = { wx: number[][]; wh: number[][]; b: number[] };

export function truncatedBptt(x: number[][][], t: number[][][], { wx, wh, b }: Weights, steps: number): Weights {
  if (!Number.isInteger(steps) || steps < 1) throw new Error('steps must be a positive integer');
  const [B, T, features, units] = [x.length, x[0].length, wx.length, b.length];
  const g = { wx: wx.map((r) => r.map(() => 0)), wh: wh.map((r) => r.map(() => 0)), b: b.map(() => 0) };
  for (let n = 0; n < B; n++) {
    let state = b.map(() => 0);
    for (let start = 0; start < T; start += steps) {
      const end = Math.min(T, start + steps);
      const states = [state];
      for (let s = start; s < end; s++) {
        const h = states[states.length - 1];
        states.push(
          b.map((bias, j) => {
            let z = bias;
            for (let i = 0; i < features; i++) z += x[n][s][i] * wx[i][j];
            for (let k = 0; k < units; k++) z += h[k] * wh[k][j];
            return Math.tanh(z);
          }),
        );
      }
      state = states[states.length - 1];
      let back = b.map(() => 0);
      for (let s = end - 1; s >= start; s--) {
        const h = states[s - start + 1];
        const old = states[s - start];
        const delta = h.map((v, j) => ((v - t[n][s][j]) / B + back[j]) * (1 - v * v));
        for (let j = 0; j < units; j++) {
          g.b[j] += delta[j];
          for (let i = 0; i < features; i++) g.wx[i][j] += x[n][s][i] * delta[j];
          for (let k = 0; k < units; k++) g.wh[k][j] += old[k] * delta[j];
        }
        back = wh.map((row) => row.reduce((sum, w, j) => sum + w * delta[j], 0));
      }
    }
  }
  return g;
}
