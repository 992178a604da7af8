export function perceptron(x, w, bias) {
  if (x.length !== w.length) throw new Error();
  let z = bias; x.forEach((v, i) => { z += v * w[i]; });
  return z > 0 ? 1 : 0;
}
