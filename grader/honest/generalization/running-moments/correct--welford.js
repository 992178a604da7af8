export function runningMoments({ count, mean, variance }, x) {
  let m2 = count * variance;
  for (const value of x) {
    count++;
    const before = value - mean;
    mean += before / count;
    m2 += before * (value - mean);
  }
  return { count, mean, variance: m2 / count };
}
