export function ganDiscriminatorLoss(real, fake) {
  let loss = 0;
  for (let i = 0; i < real.length; i++) loss += Math.max(-real[i], 0) + Math.log1p(Math.exp(-Math.abs(real[i])));
  for (let j = 0; j < fake.length; j++) loss += Math.max(fake[j], 0) + Math.log1p(Math.exp(-Math.abs(fake[j])));
  return loss;
}
