export const gradientDescentStep = (w, g, a) => { if (w.length !== g.length) throw Error(); return w.map((v, i) => v - Math.min(a, 1) * g[i]); };
