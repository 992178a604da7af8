class Sigmoid {
  static f(z) { return z >= 0 ? 1 / (1 + Math.exp(-z)) : Math.exp(z) / (1 + Math.exp(z)); }
  static df(z) { const a = Sigmoid.f(z); return a - a * a; }
}
export const sigmoidDerivative = (z) => Sigmoid.df(z);
