export const sigmoid = (z) => 1 / (1 + Math.exp(-z));

export function dot(a, b) {
  let result = 0;
  for (let i = 0; i < a.length; i++) result += a[i] * b[i];
  return result;
}

export function maximum(list) {
  let best = list[0];
  for (const value of list) if (value > best) best = value;
  return best;
}
