const sum = (list) => list.reduce((a, b) => a + b, 0);

export function klStandardNormal(mean, logVariance) {
  const perSample = mean.map((mu, n) => {
    const lv = logVariance[n];
    return -0.5 * (1 + sum(lv) - sum(mu.map((m) => m ** 2)) - sum(lv.map(Math.exp)));
  });
  return sum(perSample) / perSample.length;
}
