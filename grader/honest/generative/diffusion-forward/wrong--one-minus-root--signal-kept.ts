const check = (x, noise, a) => { if (noise.length !== x.length || a.length !== x.length || x.some((r, n) => r.length !== noise[n].length)) throw new Error('shapes'); };
export function diffusionForward(x, noise, alphaBar) {
  check(x, noise, alphaBar);
  return x.map((r, n) => { const k = alphaBar[n] ** 0.5; return r.map((v, d) => v * k + noise[n][d] * (1 - k)); });
}
