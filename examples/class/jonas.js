// numpy habits die hard
const shape = (a) => (Array.isArray(a) ? [a.length, ...shape(a[0])] : []);
const zeros = ([n, ...rest]) => Array.from({ length: n }, () => (rest.length ? zeros(rest) : 0));
const T = (a) => a[0].map((_, j) => a.map((row) => row[j]));
const matmul = (a, b) => a.map((row) => T(b).map((col) => row.reduce((s, x, k) => s + x * col[k], 0)));
const ew = (f, ...args) =>
  Array.isArray(args[0]) ? args[0].map((_, i) => ew(f, ...args.map((a) => a[i]))) : f(...args);
const hstack = (a, b) => a.map((row, i) => row.concat(b[i]));
const npSum = (a) => a.flat(Infinity).reduce((s, x) => s + x, 0);

const sigmoid = (z) => 1 / (1 + Math.exp(-z));

export function outputDelta(y, t, d, loss = 'mse') {
  const k = loss === 'mse' ? 2 / shape(y)[0] : 1;
  return ew((yi, ti) => k * (yi - ti) * yi * (1 - yi), y, t);
}

export function hiddenDelta(deltaNext, wNext, d) {
  const w = wNext.slice(0, -1);
  const [back] = matmul([deltaNext], T(w));
  return ew((b, z) => b * sigmoid(z) * (1 - sigmoid(z)), back, d);
}

export function softmax(logits) {
  // axis=0
  const columns = T(logits).map((column) => {
    const top = Math.max(...column);
    const e = column.map((z) => Math.exp(z - top));
    return e.map((v) => v / npSum(e));
  });
  return T(columns);
}

export function categoricalCrossEntropy(y, t, { fromLogits = false } = {}) {
  const [N, C] = shape(y);
  const target = zeros([N, C]);
  t.forEach((tn, n) => {
    if (Array.isArray(tn)) target[n] = tn;
    else if (tn >= 0 && tn < C) target[n][tn] = 1;
    else throw new Error(`target ${tn} out of range`);
  });
  const logp = y.map((row) => {
    if (!fromLogits) return row.map((p) => Math.log(p));
    const top = Math.max(...row);
    const lse = top + Math.log(npSum(row.map((z) => Math.exp(z - top))));
    return row.map((z) => z - lse);
  });
  return -npSum(ew((p, l) => (p === 0 ? 0 : p * l), target, logp));
}

export function adam(state, gradient, { learningRate = 0.001, beta1 = 0.9, beta2 = 0.999, epsilon = 1e-7 } = {}) {
  const t = state.t + 1;
  let m = ew((a, g) => beta1 * a + (1 - beta1) * g, state.m, gradient);
  let v = ew((a, g) => beta2 * a + (1 - beta2) * g * g, state.v, gradient);
  // bias correction
  m = m.map((a) => a / (1 - beta1 ** t));
  v = v.map((a) => a / (1 - beta2 ** t));
  const theta = ew((p, a, b) => p - (learningRate * a) / (Math.sqrt(b) + epsilon), state.theta, m, v);
  return { theta, m, v, t };
}

const pad2d = (image, [top, bottom], [left, right]) => {
  const [, w, c] = shape(image);
  const blank = (n) => Array.from({ length: n }, () => zeros([c]));
  const wide = image.map((row) => [...blank(left), ...row, ...blank(right)]);
  const line = () => blank(left + w + right);
  return [...Array.from({ length: top }, line), ...wide, ...Array.from({ length: bottom }, line)];
};

export function conv2d(x, kernel, bias, { strides = [1, 1], dilations = [1, 1], padding = 'valid' } = {}) {
  const [, h, w, c] = shape(x);
  const [kh, kw, cin] = shape(kernel);
  if (c !== cin) throw new Error(`shapes not aligned: ${c} != ${cin}`);
  const field = [(kh - 1) * dilations[0] + 1, (kw - 1) * dilations[1] + 1];
  const pads = [h, w].map((size, a) => {
    if (padding === 'valid') return [0, 0];
    const need = Math.max((Math.ceil(size / strides[a]) - 1) * strides[a] + field[a] - size, 0);
    return [Math.floor(need / 2), Math.ceil(need / 2)];
  });
  return x.map((image) => {
    const p = pad2d(image, pads[0], pads[1]);
    const [ph, pw] = shape(p);
    if (ph < field[0] || pw < field[1]) throw new Error('kernel larger than input');
    const out = [];
    for (let i = 0; i <= ph - field[0]; i += strides[0]) {
      const line = [];
      for (let j = 0; j <= pw - field[1]; j += strides[1]) {
        const acc = bias.slice();
        for (let u = 0; u < kh; u++)
          for (let v = 0; v < kw; v++) {
            const [contribution] = matmul([p[i + u * dilations[0]][j + v * dilations[1]]], kernel[u][v]);
            contribution.forEach((value, o) => (acc[o] += value));
          }
        line.push(acc);
      }
      out.push(line);
    }
    return out;
  });
}

export function lstmCell(x, { h, c }, weights) {
  const hx = hstack(h, x);
  const z = {};
  for (const gate of ['forget', 'input', 'candidate', 'output']) z[gate] = matmul(hx, weights[gate].w);
  const newC = ew((f, i, g, old) => sigmoid(f) * old + sigmoid(i) * Math.tanh(g), z.forget, z.input, z.candidate, c);
  const newH = ew((o, cell) => sigmoid(o) * Math.tanh(cell), z.output, newC);
  return { h: newH, c: newC };
}

export function klStandardNormal(mean, logVariance) {
  return npSum(ew((mu, lv) => 0.5 * (Math.exp(lv) + mu ** 2 - 1 - lv), mean, logVariance)) / mean.length;
}
