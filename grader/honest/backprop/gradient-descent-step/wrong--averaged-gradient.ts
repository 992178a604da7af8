export const gradientDescentStep = (w, g, a) => { if (w.length !== g.length) throw Error(); return w.map((v, i) => v - (a * g[i]) / g.length); };
