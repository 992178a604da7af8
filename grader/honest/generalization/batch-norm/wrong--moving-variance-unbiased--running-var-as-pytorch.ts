class BatchNorm1d {
  constructor(runningMean, runningVar, weight, bias, momentum, eps) {
    Object.assign(this, { runningMean, runningVar, weight, bias, momentum, eps });
  }
  forward(x, training, inside) {
    const n = x.length;
    const features = this.weight.map((_, j) => x.map((row) => row[j]));
    let mean = this.runningMean, biased = this.runningVar;
    if (training) {
      mean = features.map((f) => f.reduce((a, b) => a + b, 0) / n);
      const squares = features.map((f, j) => f.reduce((a, b) => a + (b - mean[j]) ** 2, 0));
      biased = squares.map((s) => s / n);
      this.runningMean = this.runningMean.map((m, j) => this.momentum * m + (1 - this.momentum) * mean[j]);
      this.runningVar = this.runningVar.map((v, j) => this.momentum * v + (1 - this.momentum) * squares[j] / (n - 1));
    }
    const deviation = biased.map((v) => (inside ? Math.sqrt(v + this.eps) : Math.sqrt(v) + this.eps));
    return x.map((row) => row.map((v, j) => ((v - mean[j]) / deviation[j]) * this.weight[j] + this.bias[j]));
  }
}

export function batchNorm(x, { gamma, beta, mean, variance, training = true, momentum = 0.99, epsilon = 1e-3, epsilonInside = true }) {
  const layer = new BatchNorm1d(mean, variance, gamma, beta, momentum, epsilon);
  const y = layer.forward(x, training, epsilonInside);
  return { y, mean: layer.runningMean, variance: layer.runningVar };
}
