export function ganDiscriminatorLoss(real, fake) {
  let loss = 0;
  for (const z of real) loss += z > 0 ? Math.log1p(Math.exp(-z)) : Math.log1p(Math.exp(z)) - z;
  return loss / real.length;
}
