function sigmoid(x) { return 1 / (1 + Math.exp(-x)) }
function dsigmoid(x) { return sigmoid(x) * (1 - sigmoid(x)) }

export function outputDelta(y, t, d, loss) {
  const m = y.length
  return y.map((_, i) => {
    let delta = (t[i] - y[i]) * dsigmoid(d[i])
    if (loss !== 'half') delta *= 2 / m
    return delta
  })
}

export function hiddenDelta(deltaNext, wNext, d) {
  const res = []
  for (let i = 0; i < d.length; i++) {
    res[i] = 0
    for (let j = 0; j < deltaNext.length; j++) {
      res[i] += wNext[i][j] * deltaNext[j]
    }
  }
  return res
}

export function softmax(logits) {
  return logits.map(row => {
    const exp = row.map(Math.exp)
    const sum = exp.reduce((a, b) => a + b)
    return exp.map(e => e / sum)
  })
}

export function categoricalCrossEntropy(y, t, opts = {}) {
  const p = opts.fromLogits ? softmax(y) : y
  let sum = 0
  for (let n = 0; n < p.length; n++) {
    if (typeof t[n] == 'number') {
      if (t[n] < 0 || t[n] > p[n].length - 1) throw new Error('index')  // TODO better message
      sum -= Math.log(p[n][t[n]])
    } else {
      for (let k = 0; k < p[n].length; k++) sum -= t[n][k] * Math.log(p[n][k])
    }
  }
  return sum / p.length
}

export function adam(state, gradient, { learningRate = 0.001, beta1 = 0.9, beta2 = 0.999, epsilon = 1e-7 } = {}) {
  const m = [], v = [], theta = []
  gradient.forEach((g, i) => {
    m[i] = beta1 * state.m[i] + (1 - beta1) * g
    v[i] = beta2 * state.v[i] + (1 - beta2) * g * g
    theta[i] = state.theta[i] - learningRate * m[i] / (Math.sqrt(v[i]) + epsilon)
  })
  return { theta, m, v, t: state.t + 1 }
}

export function conv2d(x, kernel, bias, options = {}) {
  const [sh, sw] = options.strides || [1, 1]
  const same = options.padding === 'same'
  const kh = kernel.length, kw = kernel[0].length
  const H = x[0].length, W = x[0][0].length
  if (x[0][0][0].length !== kernel[0][0].length) throw new Error('channels')
  if (!same && (kh > H || kw > W)) throw new Error('kernel too big')
  const oh = same ? Math.ceil(H / sh) : Math.floor((H - kh) / sh) + 1
  const ow = same ? Math.ceil(W / sw) : Math.floor((W - kw) / sw) + 1
  const ph = same ? Math.floor(Math.max((oh - 1) * sh + kh - H, 0) / 2) : 0
  const pw = same ? Math.floor(Math.max((ow - 1) * sw + kw - W, 0) / 2) : 0
  const out = []
  for (const img of x) {
    const o = []
    for (let i = 0; i < oh; i++) {
      o.push([])
      for (let j = 0; j < ow; j++) {
        o[i].push(bias.map((b, f) => {
          let s = b
          for (let a = 0; a < kh; a++)
            for (let c = 0; c < kw; c++) {
              const px = (img[i * sh + a - ph] || [])[j * sw + c - pw]
              if (px) px.forEach((v, ch) => { s += v * kernel[a][c][ch][f] })
            }
          return s
        }))
      }
    }
    out.push(o)
  }
  return out
}

export function lstmCell(x, state, weights) {
  const h = [], c = []
  for (let n = 0; n < x.length; n++) {
    const input = x[n].concat(state.h[n])
    const lin = (g, u) => input.reduce((s, v, k) => s + v * g.w[k][u], g.b[u])
    h[n] = []
    c[n] = []
    for (let u = 0; u < state.h[n].length; u++) {
      const f = sigmoid(lin(weights.forget, u))
      const i = sigmoid(lin(weights.input, u))
      const cand = Math.tanh(lin(weights.candidate, u))
      const o = sigmoid(lin(weights.output, u))
      c[n][u] = f * state.c[n][u] + i * cand
      h[n][u] = o * Math.tanh(c[n][u])
    }
  }
  return { h, c }
}

export function klStandardNormal(mean, logVariance) {
  let kl = 0
  mean.forEach((row, n) => row.forEach((mu, k) => {
    kl -= 1 + logVariance[n][k] - mu ** 2 - Math.exp(logVariance[n][k])
  }))
  return kl / mean.length
}
