export function l2Penalty(w) {
  let sum = 0;
  w.forEach((x) => (sum += Math.pow(x, 2)));
  return sum;
}
