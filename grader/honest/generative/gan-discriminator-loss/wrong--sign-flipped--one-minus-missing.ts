const s = (z) => 1 / (1 + Math.exp(-z));
const mean = (a) => a.reduce((x, y) => x + y, 0) / a.length;
export function ganDiscriminatorLoss(real, fake) {
  return -mean(real.map((z) => Math.log(s(z)))) + mean(fake.map((z) => Math.log(1 - s(z))));
}
