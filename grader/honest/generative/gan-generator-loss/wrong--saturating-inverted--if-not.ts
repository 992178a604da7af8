const sp = (z) => (z > 0 ? z : 0) + Math.log1p(Math.exp(-Math.abs(z)));
export function ganGeneratorLoss(fake, { saturating = false } = {}) {
  let s = 0;
  for (const z of fake) {
    if (!saturating) s -= sp(z);
    else s += sp(-z);
  }
  return s / fake.length;
}
