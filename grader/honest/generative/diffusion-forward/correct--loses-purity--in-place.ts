export function diffusionForward(x, noise, alphaBar) {
  if (noise.length !== x.length || alphaBar.length !== x.length) throw new Error('shapes');
  for (let n = 0; n < x.length; n++) {
    if (x[n].length !== noise[n].length) throw new Error('shapes');
    for (let d = 0; d < x[n].length; d++) x[n][d] = Math.sqrt(alphaBar[n]) * x[n][d] + Math.sqrt(1 - alphaBar[n]) * noise[n][d];
  }
  return x;
}
