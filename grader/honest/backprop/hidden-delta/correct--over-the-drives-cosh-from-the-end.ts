export function hiddenDelta(deltaNext: number[], wNext: number[][], d: number[]): Float64Array {
  return new Float64Array(d).map((z, i) => {
    let s = 0;
    for (let k = deltaNext.length - 1; k >= 0; k--) s += wNext[i][k] * deltaNext[k];
    return s / (2 + 2 * Math.cosh(z));
  });
}
