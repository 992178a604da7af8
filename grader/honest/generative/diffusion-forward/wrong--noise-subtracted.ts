const check = (x, noise, a) => { if (noise.length !== x.length || a.length !== x.length || x.some((r, n) => r.length !== noise[n].length)) throw new Error('shapes'); };
export function diffusionForward(x, noise, alphaBar) {
  check(x, noise, alphaBar);
  return x.map((r, n) => r.map((v, d) => Math.sqrt(alphaBar[n]) * v - Math.sqrt(1 - alphaBar[n]) * noise[n][d]));
}
