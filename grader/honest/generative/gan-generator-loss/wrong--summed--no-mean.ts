export function ganGeneratorLoss(fake, { saturating = false } = {}) {
  let loss = 0;
  for (const z of fake) loss += saturating ? -(Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z)))) : Math.max(-z, 0) + Math.log1p(Math.exp(-Math.abs(z)));
  return loss;
}
