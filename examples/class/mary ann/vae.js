export function klStandardNormal(mean, logVariance) {
  let total = 0;
  mean.forEach((row, sample) => {
    row.forEach((mu, k) => {
      const lv = logVariance[sample][k];
      total += (mu * mu + Math.exp(lv) - lv - 1) / 2;
    });
  });
  return total / mean.length;
}
