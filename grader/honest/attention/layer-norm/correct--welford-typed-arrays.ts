interface Options {
  epsilon?: number;
}

class RunningMoments {
  count = 0;
  mean = 0;
  private m2 = 0;

  push(value: number) {
    this.count++;
    const delta = value - this.mean;
    this.mean += delta / this.count;
    this.m2 += delta * (value - this.mean);
  }

  get variance() {
    return this.m2 / this.count;
  }
}

export function layerNorm(x: number[][], gamma: number[], beta: number[], options: Options = {}) {
  const eps = options.epsilon ?? 0.001;
  const result: Float64Array[] = [];
  for (const row of x) {
    if (row.length !== gamma.length || row.length !== beta.length) throw new RangeError('lengths differ');
    const moments = new RunningMoments();
    for (const value of row) moments.push(value);
    const inverse = 1 / Math.sqrt(moments.variance + eps);
    const out = new Float64Array(row.length);
    for (let j = 0; j < row.length; j++) out[j] = gamma[j] * (row[j] - moments.mean) * inverse + beta[j];
    result.push(out);
  }
  return result;
}
