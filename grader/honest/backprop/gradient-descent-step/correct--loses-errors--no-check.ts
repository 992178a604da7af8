export const gradientDescentStep = (w, g, a) => w.map((v, i) => v - a * g[i]);
