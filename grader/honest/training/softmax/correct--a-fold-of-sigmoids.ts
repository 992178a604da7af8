class Row { constructor(z) { this.m = Math.max.apply(null, z); this.e = z.map((v) => Math.E ** (v - this.m)); }
  get total() { return [...this.e].sort((a, b) => a - b).reduce((a, b) => a + b); }
  *[Symbol.iterator]() { const t = this.total; for (const e of this.e) yield e / t; } }
export const softmax = (logits) => logits.map((z) => [...new Row(z)]);
