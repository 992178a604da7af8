// everything is a map or a reduce if you squint
const sum = xs => xs.reduce((a, b) => a + b, 0)
const range = n => Array.from({ length: Math.max(n, 0) }, (_, i) => i)
const zip = (f, ...xs) => xs[0].map((_, i) => f(...xs.map(x => x[i])))
const deep = f => x => Array.isArray(x) ? x.map(deep(f)) : f(x)
const dot = (a, b) => sum(zip((p, q) => p * q, a, b))
const column = (m, j) => m.map(r => r[j])

const s = z => 1 / (1 + Math.exp(-z))
const ds = z => s(z) * s(-z)

export const outputDelta = (y, t, d, loss = 'mse') => zip((a, b, z) => (loss === 'half' ? 1 : 2 / y.length) * (a - b) * ds(z), y, t, d)

export const hiddenDelta = (deltaNext, wNext, d) => zip((z, ws) => dot(ws, deltaNext) * ds(z), d, wNext)

const shift = row => row.map(z => z - Math.max(...row))
const normalize = row => row.map(e => e / sum(row))
export const softmax = logits => logits.map(row => normalize(shift(row).map(Math.exp)))

const logSoftmax = row => shift(row).map((z, _, all) => z - Math.log(sum(all.map(Math.exp))))
const xlogy = (p, logq) => p === 0 ? 0 : p * logq
const cost = (logp, t) => Array.isArray(t) ? -sum(zip(xlogy, t, logp)) : -logp[t]
export const categoricalCrossEntropy = (y, t, { fromLogits = false } = {}) =>
  sum(zip((row, target) => cost(fromLogits ? logSoftmax(row) : row.map(Math.log), target), y, t)) / y.length

export const adam = ({ theta, m, v, t }, gradient, { learningRate = 0.001, beta1 = 0.9, beta2 = 0.999, epsilon = 1e-7 } = {}) => {
  const mix = (beta, old, now) => zip((a, b) => beta * a + (1 - beta) * b, old, now)
  const [M, V, T] = [mix(beta1, m, gradient), mix(beta2, v, gradient.map(g => g * g)), t + 1]
  const hat = (beta, xs) => xs.map(x => x / (1 - beta ** T))
  return { theta: zip((p, a, b) => p - learningRate * a / (Math.sqrt(b) + epsilon), theta, hat(beta1, M), hat(beta2, V)), m: M, v: V, t: T }
}

const before = (n, k, step) => Math.max((Math.ceil(n / step) - 1) * step + k - n, 0) >> 1
const count = (n, k, step, padding) => padding === 'same' ? Math.ceil(n / step) : Math.floor((n - k) / step) + 1
export const conv2d = (x, kernel, bias, { strides: [sh, sw] = [1, 1], dilations: [dh, dw] = [1, 1], padding = 'valid' } = {}) => {
  const [H, W, kh, kw] = [x[0].length, x[0][0].length, (kernel.length - 1) * dh + 1, (kernel[0].length - 1) * dw + 1]
  const [top, left] = padding === 'same' ? [before(H, kh, sh), before(W, kw, sw)] : [0, 0]
  const tap = (image, i, j, o) => (plane, u) => plane.map((taps, v) => taps.map((w, c) => w[o] * (image[i * sh + u * dh - top]?.[j * sw + v * dw - left]?.[c] ?? 0)))
  return x.map(image => range(count(H, kh, sh, padding)).map(i => range(count(W, kw, sw, padding)).map(j =>
    bias.map((b, o) => b + sum(kernel.map(tap(image, i, j, o)).flat(2))))))
}

export const lstmCell = (x, { h, c }, { forget, input, candidate, output }) => {
  const hx = zip((a, b) => [...a, ...b], h, x)
  const gate = (f, { w, b }) => hx.map(row => b.map((bj, j) => f(bj + dot(row, column(w, j)))))
  const cNew = zip((...rows) => zip((old, f, i, g) => old * f + i * g, ...rows), c, gate(s, forget), gate(s, input), gate(Math.tanh, candidate))
  return { h: zip((o, row) => zip((a, b) => a * b, o, row), gate(s, output), deep(Math.tanh)(cNew)), c: cNew }
}

export const klStandardNormal = (mean, logVariance) =>
  sum(zip((mu, lv) => sum(zip((a, b) => a * a + Math.exp(b) - 1 - b, mu, lv)), mean, logVariance)) / 2 / mean.length
