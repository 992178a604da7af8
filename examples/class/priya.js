// half of the exercises, the others will follow (was ill last week)

export function outputDelta(y, t, d, loss = 'mse') {
  const out = Array(y.length)
  for (let i = 0; i < y.length; i++) {
    const s = 1 / (1 + Math.exp(-d[i]))
    out[i] = (y[i] - t[i]) * s * (1 - s) * (loss === 'half' ? 1 : 2 / y.length)
  }
  return out
}

export function hiddenDelta(deltaNext, wNext, d) {
  const w = wNext.slice()
  w.pop() // biases
  return w.map((weights, i) => {
    const s = 1 / (1 + Math.exp(-d[i]))
    return weights.map((wik, k) => wik * deltaNext[k]).reduce((a, b) => a + b) * s * (1 - s)
  })
}

export function softmax(logits) {
  const max = Math.max(...logits.flat())
  const exp = logits.map(row => row.map(z => Math.exp(z - max)))
  return exp.map(row => {
    const total = row.reduce((a, b) => a + b)
    return row.map(e => e / total)
  })
}

export function klStandardNormal(mean, logVariance) {
  const terms = mean.map((row, n) => row.map((mu, k) => {
    const lv = logVariance[n][k]
    return -0.5 * (1 + lv - mu * mu - Math.exp(lv))
  })).flat()
  return terms.reduce((a, b) => a + b) / terms.length
}

// TODO categoricalCrossEntropy
// TODO adam
// TODO conv2d
// TODO lstmCell
