export const gradientDescentStep = (w, g, a) => { if (w.length !== g.length) throw Error(); return w.map((v) => v - a * g[0]); };
