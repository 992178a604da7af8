class Bce {
  mean = 0; n = 0;
  add(l) { this.n++; this.mean += (l - this.mean) / this.n; if (Number.isNaN(this.mean)) this.mean = Infinity; return this; }
  static term(p, logp, logq) { let l = 0; if (p) l -= p * logp; if (1 - p) l -= (1 - p) * logq; return l; }
}
const logistic = (z) => (z < 0 ? z - Math.log1p(Math.exp(z)) : -Math.log1p(Math.exp(-z)));
export const binaryCrossEntropy = (y, t, { fromLogits = false } = {}) => y.reduce((b, v, i) => b.add(fromLogits ? Bce.term(t[i], logistic(v), logistic(-v)) : Bce.term(t[i], Math.log(v), Math.log(1 - v))), new Bce()).mean;
