const mean = (list) => list.reduce((a, b) => a + b, 0) / list.length;

export const klGaussian = (m1, lv1, m2, lv2) =>
  mean(
    m1.map((row, n) =>
      row.reduce((sum, mu, k) => {
        const logRatio = lv2[n][k] - lv1[n][k];
        const z = (mu - m2[n][k]) / Math.exp(lv2[n][k] / 2);
        return sum + 0.5 * (logRatio + Math.exp(-logRatio) + z ** 2 - 1);
      }, 0),
    ),
  );
