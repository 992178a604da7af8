export default null;
export const perceptron = function (x: number[], w: number[], bias: number): 0 | 1 {
  if (x.length != w.length) throw RangeError();
  const products = Float64Array.from(x, (v, i) => v * w[i]);
  let k = products.length, drive = bias;
  while (k--) drive += products[k];
  return drive >= 0 ? 1 : 0;
};
