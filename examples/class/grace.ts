// Curried style: configuration first, data last. The exported functions only put the pieces together.

type V = number[];
type M = V[];
type Unary = (x: number) => number;

const pipe = (...fs: Unary[]): Unary => (x) => fs.reduce((value, f) => f(value), x);
const mapped = (f: Unary) => (xs: V): V => xs.map(f);
const zipWith = (f: (a: number, b: number) => number) => (xs: V) => (ys: V): V => xs.map((x, i) => f(x, ys[i]));
const fold = (f: (a: number, b: number) => number) => (start: number) => (xs: V): number => xs.reduce((a, b) => f(a, b), start);

const negate: Unary = (x) => -x;
const reciprocal: Unary = (x) => 1 / x;
const plus = (a: number): Unary => (b) => a + b;
const scale = (a: number): Unary => (b) => a * b;
const add = zipWith((a, b) => a + b);
const multiply = zipWith((a, b) => a * b);
const total = fold((a, b) => a + b)(0);
const largest = fold(Math.max)(-Infinity);
const dot = (xs: V) => (ys: V): number => total(multiply(xs)(ys));

const sigmoid: Unary = pipe(negate, Math.exp, plus(1), reciprocal);
const slope: Unary = (z) => sigmoid(z) * (1 - sigmoid(z));

const factorOf = (loss: string) => (units: number): number => (loss === 'mse' ? 2 / units : 1);

export const outputDelta = (y: V, t: V, d: V, loss = 'mse'): V =>
  mapped(scale(factorOf(loss)(y.length)))(multiply(add(y)(mapped(negate)(t)))(mapped(slope)(d)));

export const hiddenDelta = (deltaNext: V, wNext: M, d: V): V =>
  multiply(mapped(slope)(d))(wNext.slice(0, wNext.length - 1).map(dot(deltaNext)));

const centered = (row: V): V => mapped(plus(-largest(row)))(row);

export const softmax = (logits: M): M =>
  logits.map((row) => {
    const e = mapped(Math.exp)(centered(row));
    return mapped(scale(1 / total(e)))(e);
  });

const logProbabilities = (fromLogits: boolean) => (row: V): V =>
  fromLogits ? mapped(plus(-Math.log(total(mapped(Math.exp)(centered(row))))))(centered(row)) : mapped(Math.log)(row);

const crossEntropy = (logP: V) => (target: V | number): number => {
  if (typeof target !== 'number') return -total(target.map((p, k) => (p ? p * logP[k] : 0)));
  if (target < 0 || target >= logP.length) throw new Error(`no class ${target}`);
  return -logP[target];
};

export const categoricalCrossEntropy = (y: M, t: (V | number)[], { fromLogits = false } = {}): number =>
  total(y.map((row, n) => crossEntropy(logProbabilities(fromLogits)(row))(t[n]))) / y.length;

interface Adam {
  theta: V;
  m: V;
  v: V;
  t: number;
}

// moves the state along, like the optimizers in the frameworks do
export const adam = (state: Adam, gradient: V, { learningRate = 0.001, beta1 = 0.9, beta2 = 0.999, epsilon = 1e-7 } = {}): Adam => {
  const average = (beta: number) => (old: V) => (now: V) => add(mapped(scale(beta))(old))(mapped(scale(1 - beta))(now));
  const corrected = (beta: number) => (xs: V) => mapped(scale(1 / (1 - beta ** state.t)))(xs);

  state.t += 1;
  state.m = average(beta1)(state.m)(gradient);
  state.v = average(beta2)(state.v)(multiply(gradient)(gradient));
  const size = mapped(pipe(Math.sqrt, plus(epsilon), reciprocal))(corrected(beta2)(state.v));
  const step = mapped(scale(-learningRate))(multiply(corrected(beta1)(state.m))(size));
  state.theta = add(state.theta)(step);
  return state;
};

type Axis = { outputs: number; start: (i: number) => number };

const axis = (padding: string) => (size: number, extent: number, stride: number): Axis => {
  if (padding !== 'same') {
    if (extent > size) throw new Error('kernel larger than input');
    return { outputs: 1 + Math.floor((size - extent) / stride), start: (i) => i * stride };
  }
  const outputs = Math.ceil(size / stride);
  const before = Math.floor(Math.max((outputs - 1) * stride + extent - size, 0) / 2);
  return { outputs, start: (i) => i * stride - before };
};

const times = <T>(n: number) => (f: (i: number) => T): T[] => [...Array(n).keys()].map(f);

export const conv2d = (
  x: number[][][][],
  kernel: number[][][][],
  bias: V,
  { strides = [1, 1], dilations = [1, 1], padding = 'valid' } = {},
): number[][][][] => {
  if (x[0][0][0].length !== kernel[0][0].length) throw new Error('channels differ');
  const spread = (taps: number, dilation: number) => (taps - 1) * dilation + 1;
  const down = axis(padding)(x[0].length, spread(kernel.length, dilations[0]), strides[0]);
  const right = axis(padding)(x[0][0].length, spread(kernel[0].length, dilations[1]), strides[1]);
  const black = x[0][0][0].map(() => 0);

  const pixelOf = (image: number[][][]) => (i: number, j: number): V => image[i]?.[j] ?? black;
  const filterOf = (o: number) => (weights: M): V => weights.map((w) => w[o]);

  return x.map(pixelOf).map((pixel) =>
    times<M>(down.outputs)((i) =>
      times<V>(right.outputs)((j) =>
        bias.map((b, o) =>
          b + total(kernel.flatMap((row, u) =>
            row.map((weights, v) =>
              dot(pixel(down.start(i) + u * dilations[0], right.start(j) + v * dilations[1]))(filterOf(o)(weights)))))))));
};

type Gate = { w: M; b: V };

const gateOf = (inputs: M) => (activation: Unary) => ({ w, b }: Gate): M =>
  inputs.map((row) => mapped(activation)(b.map((bias, u) => bias + dot(row)(w.map((weights) => weights[u])))));

export const lstmCell = (x: M, { h, c }: { h: M; c: M }, weights: { forget: Gate; input: Gate; candidate: Gate; output: Gate }) => {
  const gate = gateOf(h.map((row, n) => row.concat(x[n])));
  const [f, i, g, o] = [
    gate(sigmoid)(weights.forget),
    gate(sigmoid)(weights.input),
    gate(Math.tanh)(weights.candidate),
    gate(sigmoid)(weights.output),
  ];
  const cell = c.map((row, n) => add(multiply(f[n])(row))(multiply(i[n])(g[n])));
  return { c: cell, h: cell.map((row, n) => multiply(o[n])(mapped(Math.tanh)(row))) };
};

const term = (mu: number, logVar: number): number => 0.5 * (mu * mu + Math.exp(logVar) - logVar - 1);

export const klStandardNormal = (mean: M, logVariance: M): number =>
  total(mean.map((row, n) => total(zipWith(term)(row)(logVariance[n])))) * (1 / mean.length);
