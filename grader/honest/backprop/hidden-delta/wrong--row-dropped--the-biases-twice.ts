const s = (z) => 1 / (1 + Math.exp(-z));

export function hiddenDelta(deltaNext, wNext, d) {
  if (wNext.length !== d.length + 1 || wNext.some((row) => row.length !== deltaNext.length)) throw new Error('shape');
  const weights = wNext.slice(0, -1);
  const deltas = [];
  for (let i = 0; i < weights.length - 1; i++) {
    let sum = 0;
    for (let k = 0; k < deltaNext.length; k++) sum += weights[i][k] * deltaNext[k];
    deltas.push(sum * s(d[i]) * (1 - s(d[i])));
  }
  return deltas;
}
