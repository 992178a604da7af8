const σ = (z: number) => 1 / (1 + Math.exp(-z))

type V = number[]
type M = V[]

/** outer helper: f over two vectors */
function over(a: V, b: V, f: (x: number, y: number) => number): V {
  const r: V = []
  for (let i = 0; i < a.length; i++) r.push(f(a[i]!, b[i]!))
  return r
}

export function outputDelta(y: V, t: V, d: V, loss: 'mse' | 'half' = 'mse'): V {
  const e = over(y, t, (a, b) => a - b)
  const δ = over(e, d, (a, z) => a * σ(z) * (1 - σ(z)))
  if (loss === 'half') return δ
  return δ.map(v => (2 * v) / y.length)
}

export function hiddenDelta(deltaNext: V, wNext: M, d: V): V {
  const w = [...wNext]
  w.length -= 1 // drop the bias row
  const back = w.map(row => over(row, deltaNext, (a, b) => a * b).reduce((a, b) => a + b))
  return over(back, d, (a, z) => a * σ(z) * (1 - σ(z)))
}

export function softmax(logits: M): M {
  return logits.map(z => {
    const top = z.toSorted((a, b) => a - b).at(-1)!
    const e = z.map(v => Math.exp(v - top))
    let total = 0
    e.forEach(v => { total += v })
    return e.map(v => v / total)
  })
}

function* losses(y: M, t: M | V, fromLogits: boolean): Generator<number> {
  for (const [n, row] of y.entries()) {
    const target = t[n]!
    const logp = fromLogits ? logSoftmax(row) : row.map(p => Math.log(p))
    if (typeof target === 'number') {
      if (!Object.hasOwn(logp, target)) throw new RangeError(`target ${target}`)
      yield -logp[target]!
    } else {
      yield target.reduce((acc, p, k) => acc - (p > 0 ? p * logp[k]! : 0), 0)
    }
  }
}

function logSoftmax(z: V): V {
  const top = Math.max(...z)
  const log = Math.log(z.reduce((acc, v) => acc + Math.exp(v - top), 0))
  return z.map(v => v - top - log)
}

export function categoricalCrossEntropy(y: M, t: M | V, { fromLogits = false }: { fromLogits?: boolean } = {}): number {
  const all = [...losses(y, t, fromLogits)]
  return all.reduce((a, b) => a + b, 0) / all.length
}

interface State { theta: V, m: V, v: V, t: number }

export function adam(state: State, gradient: V, { learningRate = 0.001, beta1 = 0.9, beta2 = 0.999, epsilon = 1e-7 } = {}): State {
  const t = state.t + 1
  // running mean and running variance, the variance reacts faster
  const m = over(state.m, gradient, (m, g) => beta2 * m + (1 - beta2) * g)
  const v = over(state.v, gradient, (v, g) => beta1 * v + (1 - beta1) * g * g)
  const step = over(m, v, (m, v) => (m / (1 - beta2 ** t)) / (Math.sqrt(v / (1 - beta1 ** t)) + epsilon))
  return { theta: over(state.theta, step, (p, s) => p - learningRate * s), m, v, t }
}

interface Options {
  strides?: [number, number]
  dilations?: [number, number]
  padding?: 'valid' | 'same'
}

export function conv2d(x: M[][], kernel: M[][], bias: V, { strides = [1, 1], dilations = [1, 1], padding = 'valid' }: Options = {}): M[][] {
  const [sx, sy] = strides // x = to the right, y = down
  const [dy, dx] = dilations
  const h = x[0]!.length, w = x[0]![0]!.length
  const kh = kernel.length, kw = kernel[0]!.length
  if (x[0]![0]![0]!.length !== kernel[0]![0]!.length) throw new Error('channels!')

  const reachH = (kh - 1) * dy + 1
  const reachW = (kw - 1) * dx + 1
  if (padding !== 'same' && (reachH > h || reachW > w)) throw new Error('kernel > input!')

  const outputs = (size: number, reach: number, stride: number) =>
    padding === 'same' ? Math.ceil(size / stride) : Math.floor((size - reach) / stride) + 1
  const before = (size: number, reach: number, stride: number) =>
    padding === 'same' ? Math.floor(Math.max((Math.ceil(size / stride) - 1) * stride + reach - size, 0) / 2) : 0

  return x.map(img => {
    const rows: M[] = []
    for (let i = 0; i < outputs(h, reachH, sy); i++) {
      const row: M = []
      for (let j = 0; j < outputs(w, reachW, sx); j++) {
        const y0 = i * sy - before(h, reachH, sy)
        const x0 = j * sx - before(w, reachW, sx)
        const acc = [...bias]
        for (let u = 0; u < kh; u++) {
          for (let v = 0; v < kw; v++) {
            const px = img[y0 + u * dy]?.[x0 + v * dx] ?? []
            px.forEach((value, c) => kernel[u]![v]![c]!.forEach((k, o) => { acc[o]! += value * k }))
          }
        }
        row.push(acc)
      }
      rows.push(row)
    }
    return rows
  })
}

interface Gate { w: M, b: V }

export function lstmCell(x: M, state: { h: M, c: M }, weights: Record<'forget' | 'input' | 'candidate' | 'output', Gate>) {
  const result: { h: M, c: M } = { h: [], c: [] }
  for (let n = 0; n < x.length; n++) {
    const hx = [...state.h[n]!, ...x[n]!]
    const z = (g: Gate) => g.b.map((b, u) => b + hx.reduce((acc, v, k) => acc + v * g.w[k]![u]!, 0))
    const f = z(weights.forget).map(σ)
    const i = z(weights.input).map(σ)
    const a = z(weights.candidate).map(Math.tanh)
    const o = z(weights.output).map(σ)
    const c = over(over(f, state.c[n]!, (p, q) => p * q), over(i, a, (p, q) => p * q), (p, q) => p + q)
    result.c.push(c)
    result.h.push(over(o, c, (p, q) => p * q))
  }
  return result
}

export function klStandardNormal(mean: M, logVariance: M): number {
  const each = mean.map((mu, n) =>
    over(mu, logVariance[n]!, (m, lv) => 1 + lv - m * m - Math.exp(lv)).reduce((a, b) => a + b, 0))
  return 0.5 * each.reduce((a, b) => a + b, 0) / each.length
}
