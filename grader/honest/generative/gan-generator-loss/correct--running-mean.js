export function ganGeneratorLoss(fake, options = {}) {
  const sign = options.saturating === true ? -1 : 1;
  let mean = 0;
  fake.forEach((z, i) => {
    const u = -sign * z;
    const cost = sign * (u > 30 ? u + Math.exp(-u) : u < -30 ? Math.exp(u) : Math.log1p(Math.exp(u)));
    mean += (cost - mean) / (i + 1);
  });
  return mean;
}
