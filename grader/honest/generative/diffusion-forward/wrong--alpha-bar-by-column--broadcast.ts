export function diffusionForward(x, noise, alphaBar) {
  if (noise.length !== x.length || alphaBar.length !== x.length || x.some((r, n) => r.length !== noise[n].length)) throw new Error('shapes');
  // as numpy broadcasts a vector over the last axis
  return x.map((r, n) => r.map((v, d) => Math.sqrt(alphaBar[d]) * v + Math.sqrt(1 - alphaBar[d]) * noise[n][d]));
}
