const check = (x, noise, a) => { if (noise.length !== x.length || a.length !== x.length || x.some((r, n) => r.length !== noise[n].length)) throw new Error('shapes'); };
export function diffusionForward(x, noise, alphaBar) {
  check(x, noise, alphaBar);
  const [a] = alphaBar;
  return x.map((r, n) => r.map((v, d) => Math.sqrt(a) * v + Math.sqrt(1 - a) * noise[n][d]));
}
