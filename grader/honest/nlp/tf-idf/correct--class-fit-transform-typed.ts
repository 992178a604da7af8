class TfIdfTransformer {
  private idf = new Float64Array(0);
  constructor(private readonly smooth: boolean, private readonly norm: boolean) {}

  fit(counts: number[][]): this {
    const terms = counts[0].length;
    this.idf = new Float64Array(terms);
    for (let t = 0; t < terms; t++) {
      let df = this.smooth ? 1 : 0;
      for (const row of counts) df += Math.min(row[t], 1);
      const n = counts.length + (this.smooth ? 1 : 0);
      this.idf[t] = 1 + Math.log(n) - Math.log(df);
    }
    return this;
  }

  transform(counts: number[][]): Float64Array[] {
    return counts.map((row) => {
      const out = new Float64Array(row.length);
      for (let t = 0; t < row.length; t++) if (row[t] !== 0) out[t] = row[t] * this.idf[t];
      const length = Math.hypot(...out);
      return this.norm && length !== 0 ? out.map((x) => x / length) : out;
    });
  }
}

export function tfIdf(counts: number[][], options: { smooth?: boolean; normalize?: boolean } = {}) {
  return new TfIdfTransformer(options.smooth ?? true, options.normalize ?? true).fit(counts).transform(counts);
}
