// zoe's solutions !!! please be gentle
// (exercise 3 and 8 I am not sure about)

export const sigmoid = (x: any) => 1 / (1 + Math.exp(-x));

export const outputDelta = (y: any, t: any, d: any, loss: any = 'mse') => {
  let result: any = [];
  for (let i = 0; i < y.length; i++) {
    let x = (y[i] - t[i]) * sigmoid(d[i]) * (1 - sigmoid(d[i]));
    if (loss === 'mse') { x = x * 2 / y.length; }
    result.push(x);
  }
  return result;
};

export const hiddenDelta = (deltaNext: any, wNext: any, d: any) => {
  let result: any = [];
  for (let i = 0; i < d.length; i++) {
    let x = 0;
    for (let j = 0; j < deltaNext.length; j++) { x += wNext[i][j] * deltaNext[j]; }
    result.push(x * sigmoid(d[i]) * (1 - sigmoid(d[i])));
  }
  return result;
};

// softmax = every value divided by the sum of all values of the row, so that they sum up to 1
export const softmax = (logits: any) => {
  let result: any = [];
  for (let row of logits) {
    let sum = 0;
    for (let x of row) { sum += x; }
    result.push(row.map((x: any) => x / sum));
  }
  return result;
};

export const categoricalCrossEntropy = (y: any, t: any, options: any = {}) => {
  let result = 0;
  for (let i = 0; i < y.length; i++) {
    let lp: any = [];
    if (options.fromLogits) {
      // the trick from the tutorial
      let max = Math.max(...y[i]);
      let sum = 0;
      for (let x of y[i]) { sum += Math.exp(x - max); }
      for (let x of y[i]) { lp.push(x - max - Math.log(sum)); }
    } else {
      for (let x of y[i]) { lp.push(Math.log(x)); }
    }
    if (Array.isArray(t[i])) {
      for (let j = 0; j < lp.length; j++) {
        if (t[i][j] > 0) { result += -t[i][j] * lp[j]; }
      }
    } else {
      if (t[i] < 0 || t[i] >= lp.length) { throw new Error('bad target'); }
      result += -lp[t[i]];
    }
  }
  return result / y.length;
};

export const adam = (state: any, gradient: any, options: any = {}) => {
  let { learningRate = 0.001, beta1 = 0.9, beta2 = 0.999, epsilon = 1e-7 } = options;
  let m: any = [], v: any = [], theta: any = [];
  let t = state.t || 1; // not 0, otherwise division by zero
  for (let i = 0; i < gradient.length; i++) {
    m.push(beta1 * state.m[i] + (1 - beta1) * gradient[i]);
    v.push(beta2 * state.v[i] + (1 - beta2) * gradient[i] * gradient[i]);
    let mh = m[i] / (1 - beta1 ** t);
    let vh = v[i] / (1 - beta2 ** t);
    theta.push(state.theta[i] - learningRate * mh / (Math.sqrt(vh) + epsilon));
  }
  return { theta, m, v, t: state.t + 1 };
};

export const conv2d = (x: any, kernel: any, bias: any, options: any = {}) => {
  let { strides = [1, 1], dilations = [1, 1], padding = 'valid' } = options;
  let H = x[0].length, W = x[0][0].length, C = x[0][0][0].length;
  let KH = (kernel.length - 1) * dilations[0] + 1;
  let KW = (kernel[0].length - 1) * dilations[1] + 1;
  if (kernel[0][0].length !== C) { throw new Error('channels dont match'); }
  let OH, OW, PH, PW;
  if (padding === 'same') {
    // p = (k - 1) / 2 (slide 14)
    PH = Math.floor((KH - 1) / 2);
    PW = Math.floor((KW - 1) / 2);
    OH = Math.ceil(H / strides[0]);
    OW = Math.ceil(W / strides[1]);
  } else {
    if (KH > H || KW > W) { throw new Error('kernel too big'); }
    PH = 0;
    PW = 0;
    OH = Math.floor((H - KH) / strides[0]) + 1;
    OW = Math.floor((W - KW) / strides[1]) + 1;
  }
  let result: any = [];
  for (let n = 0; n < x.length; n++) {
    let a: any = [];
    for (let i = 0; i < OH; i++) {
      let b: any = [];
      for (let j = 0; j < OW; j++) {
        let c: any = [];
        for (let o = 0; o < bias.length; o++) {
          let sum = 0;
          for (let p = 0; p < kernel.length; p++) {
            for (let q = 0; q < kernel[0].length; q++) {
              let ii = i * strides[0] + p * dilations[0] - PH;
              let jj = j * strides[1] + q * dilations[1] - PW;
              if (ii >= 0 && ii < H && jj >= 0 && jj < W) {
                for (let ch = 0; ch < C; ch++) { sum += x[n][ii][jj][ch] * kernel[p][q][ch][o]; }
              }
            }
          }
          c.push(sum + bias[o]);
        }
        b.push(c);
      }
      a.push(b);
    }
    result.push(a);
  }
  return result;
};

export const lstmCell = (x: any, state: any, weights: any) => {
  let h: any = [], c: any = [];
  for (let n = 0; n < x.length; n++) {
    let hx = [...state.h[n], ...x[n]];
    let gate = (g: any, u: any) => {
      let sum = g.b[u];
      for (let k = 0; k < hx.length; k++) { sum += hx[k] * g.w[k][u]; }
      return sum;
    };
    h.push([]);
    c.push([]);
    for (let u = 0; u < state.h[n].length; u++) {
      let i = sigmoid(gate(weights.input, u));
      let g = Math.tanh(gate(weights.candidate, u));
      let o = sigmoid(gate(weights.output, u));
      c[n].push(state.c[n][u] + i * g);
      h[n].push(o * Math.tanh(c[n][u]));
    }
  }
  return { h, c };
};

export const klStandardNormal = (mean: any, logVariance: any) => {
  let result = 0;
  for (let n = 0; n < mean.length; n++) {
    for (let k = 0; k < mean[n].length; k++) {
      let sigma = Math.exp(0.5 * logVariance[n][k]);
      // -1/2 (1 + log(sigma^2) - mu^2 - sigma^2)
      result += -0.5 * (1 + logVariance[n][k] - mean[n][k] * mean[n][k] - sigma);
    }
  }
  return result / mean.length;
};
