// A right submission of four exercises, as a student might write it.

type Row = number[];
type Matrix = Row[];
type Images = number[][][][];

const at = <T>(list: readonly T[], i: number): T => list[i] as T;

export function softmax(logits: Matrix): Matrix {
  return logits.map((row) => {
    const max = Math.max(...row);
    const powers = row.map((z) => Math.exp(z - max));
    const sum = powers.reduce((a, b) => a + b, 0);
    return powers.map((x) => x / sum);
  });
}

export function categoricalCrossEntropy(y: Matrix, t: Matrix | Row, { fromLogits = false } = {}): number {
  let sum = 0;
  y.forEach((row, n) => {
    const label = at<Row | number>(t, n);
    if (typeof label === 'number' && !(Number.isInteger(label) && label >= 0 && label < row.length)) {
      throw new RangeError('t: no such class');
    }
    const target = typeof label === 'number' ? row.map((_, c) => (c === label ? 1 : 0)) : label;
    const max = Math.max(...row);
    const log = fromLogits ? Math.log(row.reduce((a, z) => a + Math.exp(z - max), 0)) : 0;
    row.forEach((z, c) => {
      if (at(target, c) !== 0) sum -= at(target, c) * (fromLogits ? z - max - log : Math.log(z));
    });
  });
  return sum / y.length;
}

interface AdamState {
  theta: Row;
  m: Row;
  v: Row;
  t: number;
}

export function adam(
  state: AdamState,
  gradient: Row,
  { learningRate = 0.001, beta1 = 0.9, beta2 = 0.999, epsilon = 1e-7 } = {},
): AdamState {
  const t = state.t + 1;
  const m = state.m.map((x, i) => beta1 * x + (1 - beta1) * at(gradient, i));
  const v = state.v.map((x, i) => beta2 * x + (1 - beta2) * at(gradient, i) ** 2);
  const theta = state.theta.map((x, i) => {
    const mean = at(m, i) / (1 - beta1 ** t);
    const root = Math.sqrt(at(v, i) / (1 - beta2 ** t));
    return x - (learningRate * mean) / (root + epsilon);
  });
  return { theta, m, v, t };
}

export function conv2d(
  x: Images,
  kernel: Images,
  bias: Row,
  { strides = [1, 1], dilations = [1, 1], padding = 'valid' } = {},
): Images {
  const image = at(x, 0);
  const [h, w, channels] = [image.length, at(image, 0).length, at(at(image, 0), 0).length];
  const [kh, kw] = [kernel.length, at(kernel, 0).length];
  if (at(at(kernel, 0), 0).length !== channels) throw new RangeError('kernel: other channels than x');
  const along = (size: number, taps: number, axis: number): { outputs: number; before: number } => {
    const reach = (taps - 1) * at(dilations, axis) + 1;
    const stride = at(strides, axis);
    if (padding === 'same') {
      const outputs = Math.ceil(size / stride);
      return { outputs, before: Math.floor(Math.max(0, (outputs - 1) * stride + reach - size) / 2) };
    }
    if (reach > size) throw new RangeError('kernel: larger than x');
    return { outputs: Math.floor((size - reach) / stride) + 1, before: 0 };
  };
  const rows = along(h, kh, 0);
  const columns = along(w, kw, 1);
  const output = (n: number, i: number, j: number, o: number): number => {
    let sum = at(bias, o);
    for (let u = 0; u < kh; u++) {
      for (let v = 0; v < kw; v++) {
        const r = i * at(strides, 0) + u * at(dilations, 0) - rows.before;
        const s = j * at(strides, 1) + v * at(dilations, 1) - columns.before;
        if (r < 0 || s < 0 || r >= h || s >= w) continue;
        const pixel = at(at(at(x, n), r), s);
        const tap = at(at(kernel, u), v);
        for (let c = 0; c < channels; c++) sum += at(pixel, c) * at(at(tap, c), o);
      }
    }
    return sum;
  };
  return x.map((_, n) =>
    Array.from({ length: rows.outputs }, (_row, i) =>
      Array.from({ length: columns.outputs }, (_column, j) => bias.map((_bias, o) => output(n, i, j, o))),
    ),
  );
}
