const check = (x, noise, a) => { if (noise.length !== x.length || a.length !== x.length || x.some((r, n) => r.length !== noise[n].length)) throw new Error('shapes'); };
export function diffusionForward(x, noise, alphaBar) {
  check(x, noise, alphaBar);
  const sigma = alphaBar.map((a) => Math.sqrt(1 - a)), mu = alphaBar.map(Math.sqrt);
  return x.map((r, n) => r.map((v, d) => sigma[n] * v + mu[n] * noise[n][d]));
}
