export function ganDiscriminatorLoss(real, fake) {
  const logits = [...real, ...fake];
  const labels = [...real.map(() => 1), ...fake.map(() => 0)];
  let loss = 0;
  logits.forEach((z, i) => { loss += Math.max(z, 0) - z * labels[i] + Math.log1p(Math.exp(-Math.abs(z))); });
  return loss / logits.length;
}
