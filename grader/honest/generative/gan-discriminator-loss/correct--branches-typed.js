function logSigmoid(z) {
  return z >= 0 ? -Math.log1p(Math.exp(-z)) : z - Math.log1p(Math.exp(z));
}

export function ganDiscriminatorLoss(real, fake) {
  const r = Float64Array.from(real, logSigmoid);
  const f = Float64Array.from(fake, (z) => logSigmoid(-z));
  let loss = 0;
  for (let i = 0; i < r.length; i++) loss -= r[i] / r.length;
  for (let i = 0; i < f.length; i++) loss -= f[i] / f.length;
  return loss;
}
