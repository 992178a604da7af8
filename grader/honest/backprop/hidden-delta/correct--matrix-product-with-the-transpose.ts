const T = (m) => m[0].map((_, j) => m.map((r) => r[j]));
export const hiddenDelta = (deltaNext, wNext, d) => {
  const [...w] = wNext; w.pop();
  const back = T(w).reduce((acc, column, k) => acc.map((a, i) => a + column[i] * deltaNext[k]), d.map(() => 0));
  return back.map((e, i) => { const a = 1 / (1 + Math.exp(-d[i])); return e * a * (1 - a); });
};
