export const gradientDescentStep = (w, g, a) => { if (w.length !== g.length) throw Error(); return Float32Array.from(w, (v, i) => v - a * g[i]); };
