export function hiddenDelta(deltaNext, wNext, d) {
  if (wNext.length !== d.length + 1 || wNext[0].length !== deltaNext.length) throw new Error('shape');
  const delta = new Array(d.length).fill(0);
  for (let i = 0; i < wNext.length - 2; i++) {
    const a = 1 / (1 + Math.exp(-d[i]));
    for (let k = 0; k < deltaNext.length; k++) delta[i] += wNext[i][k] * deltaNext[k] * a * (1 - a);
  }
  return delta;
}
