export function vaeLoss(x, reconstruction, mean, logVariance, options = {}) {
  const beta = options.beta ?? 1;
  let error = 0;
  let divergence = 0;
  for (let n = 0; n < x.length; n++) {
    let own = 0;
    for (let d = 0; d < x[n].length; d++) own += (reconstruction[n][d] - x[n][d]) ** 2;
    error += own / x.length;
    for (let k = 0; k < mean[n].length; k++) divergence += 0.5 * (Math.exp(logVariance[n][k]) + mean[n][k] ** 2 - 1 - logVariance[n][k]);
  }
  return error + beta * divergence;
}
