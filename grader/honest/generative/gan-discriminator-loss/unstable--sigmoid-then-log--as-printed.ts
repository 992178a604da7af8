export function ganDiscriminatorLoss(real, fake) {
  const D = (z) => 1 / (1 + Math.exp(-z));
  let a = 0, b = 0;
  real.forEach((z) => { a -= Math.log(D(z)); });
  fake.forEach((z) => { b -= Math.log(1 - D(z)); });
  return a / real.length + b / fake.length;
}
