export function perceptron(x, w, bias) {
  if (x.length !== w.length) throw new Error('lengths differ');
  const dot = ([a, ...as], [b, ...bs]) => (a === undefined ? 0 : a * b + dot(as, bs));
  return dot(x, w) + bias < 0 ? 0 : 1;
}
