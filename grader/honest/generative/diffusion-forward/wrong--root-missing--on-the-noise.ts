const check = (x, noise, a) => { if (noise.length !== x.length || a.length !== x.length || x.some((r, n) => r.length !== noise[n].length)) throw new Error('shapes'); };
export function diffusionForward(x, noise, alphaBar) {
  check(x, noise, alphaBar);
  const out = [];
  for (let n = 0; n < x.length; n++) {
    const row = [];
    for (let d = 0; d < x[n].length; d++) row.push(Math.sqrt(alphaBar[n]) * x[n][d] + (1 - alphaBar[n]) * noise[n][d]);
    out.push(row);
  }
  return out;
}
