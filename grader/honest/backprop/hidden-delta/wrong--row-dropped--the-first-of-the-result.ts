const dsigmoid = (z: number) => {
  const a = 1 / (1 + Math.exp(-z));
  return a * (1 - a);
};
export const hiddenDelta = (deltaNext: number[], wNext: number[][], d: number[]): number[] => {
  if (wNext.length - 1 !== d.length || wNext[0].length !== deltaNext.length) throw new Error('shapes');
  const back = d.map((z, i) => wNext[i].reduce((sum, w, k) => sum + w * deltaNext[k], 0) * dsigmoid(z));
  return back.slice(1);
};
