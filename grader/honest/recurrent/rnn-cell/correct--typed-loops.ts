interface Weights {
  wx: number[][];
  wh: number[][];
  b: number[];
}

export function rnnCell(
  x: number[][],
  h: number[][],
  weights: Weights,
  activation: 'tanh' | 'sigmoid' | 'relu' = 'tanh',
): number[][] {
  const { wx, wh, b } = weights;
  if (x.length !== h.length) throw new Error('x and h must have the same batch size');
  if (wh.length !== b.length || wx.some((row) => row.length !== b.length) || wh.some((row) => row.length !== b.length)) {
    throw new Error('the weights must have one column per unit');
  }
  const out: number[][] = [];
  for (let n = 0; n < x.length; n++) {
    if (x[n].length !== wx.length || h[n].length !== wh.length) throw new Error('shapes do not fit');
    const row: number[] = [];
    for (let j = 0; j < b.length; j++) {
      let z = b[j];
      for (let i = 0; i < wx.length; i++) z += x[n][i] * wx[i][j];
      for (let k = 0; k < wh.length; k++) z += h[n][k] * wh[k][j];
      if (activation === 'tanh') row.push(Math.tanh(z));
      else if (activation === 'sigmoid') row.push(1 / (1 + Math.exp(-z)));
      else row.push(z > 0 ? z : 0);
    }
    out.push(row);
  }
  return out;
}
