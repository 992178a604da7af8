type Weights = { wx: number[][]; wh: number[][]; b: number[] };
const zeros = (rows: number, columns: number) => Array.from({ length: rows }, () => new Array<number>(columns).fill(0));

export function bptt(x: number[][][], t: number[][][], weights: Weights): Weights {
  const { wx, wh, b } = weights;
  const units = b.length;
  const features = wx.length;
  const dwx = zeros(features, units);
  const dwh = zeros(units, units);
  const db = new Array<number>(units).fill(0);
  for (let n = 0; n < x.length; n++) {
    const T = x[n].length;
    // states[0] is the state before the first step
    const states: number[][] = [new Array(units).fill(0)];
    for (let s = 0; s < T; s++) {
      const h: number[] = [];
      for (let j = 0; j < units; j++) {
        let z = b[j];
        for (let i = 0; i < features; i++) z += x[n][s][i] * wx[i][j];
        for (let k = 0; k < units; k++) z += states[s][k] * wh[k][j];
        h.push(Math.tanh(z));
      }
      states.push(h);
    }
    let back = new Array<number>(units).fill(0);
    for (let s = T - 1; s >= 0; s--) {
      const delta: number[] = [];
      for (let j = 0; j < units; j++) {
        const h = states[s + 1][j];
        delta.push(((h - t[n][s][j]) / x.length + back[j]) * (1 - h * h));
      }
      back = new Array<number>(units).fill(0);
      for (let j = 0; j < units; j++) {
        db[j] += delta[j];
        for (let i = 0; i < features; i++) dwx[i][j] += x[n][s][i] * delta[j];
        for (let k = 0; k < units; k++) {
          dwh[k][j] += states[s][k] * delta[j];
          back[k] += delta[j] * wh[k][j];
        }
      }
    }
  }
  return { wx: dwx, wh: dwh, b: db };
}
