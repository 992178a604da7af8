export const gradientDescentStep = (w, g, a) => { if (w.length !== g.length) throw Error(); return g.map((v) => -a * v); };
