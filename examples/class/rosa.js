'use strict';

const sigmoid = (z) => 1 / (1 + Math.exp(-z));

function outputDelta(y, t, d, loss = 'mse') {
  const factor = loss === 'mse' ? 2 / y.length : 1;
  return y.map((yi, i) => factor * (yi - t[i]) * sigmoid(d[i]) * (1 - sigmoid(d[i])));
}

function hiddenDelta(deltaNext, wNext, d) {
  return d.map((z, i) => wNext[i].reduce((sum, w, k) => sum + w * deltaNext[k], 0) * sigmoid(z) * (1 - sigmoid(z)));
}

function softmax(logits) {
  return logits.map((row) => {
    const max = Math.max(...row);
    const exps = row.map((z) => Math.exp(z - max));
    const sum = exps.reduce((a, b) => a + b, 0);
    return exps.map((e) => e / sum);
  });
}

function klStandardNormal(mean, logVariance) {
  let kl = 0;
  mean.forEach((row, n) => {
    row.forEach((mu, k) => {
      kl += 0.5 * (mu * mu + Math.exp(logVariance[n][k]) - logVariance[n][k] - 1);
    });
  });
  return kl / mean.length;
}

module.exports = { outputDelta, hiddenDelta, softmax, klStandardNormal };
