export const outputDelta = (y, t) => y.map((a, i) => ((a - t[i]) * a * (1 - a)) / (y.length / 2));
