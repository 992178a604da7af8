export const gradientDescentStep = (w, g) => { if (w.length !== g.length) throw Error(); return w.map((v, i) => v - g[i]); };
