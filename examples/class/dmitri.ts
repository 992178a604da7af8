// Homework neural networks
// Dmitri, group B
// I wrote everything with loops because I understand it better that way.

// this is the sigmoid function from the lecture
function sigmoid(z: number): number {
  let result = 1 / (1 + Math.exp(-z));
  return result;
}

// Exercise 1
export function outputDelta(y: number[], t: number[], d: number[], loss: string = "mse"): number[] {
  let result: number[] = [];
  let m = y.length; // number of units
  for (let i = 0; i < m; i++) {
    // first the error
    let error = y[i] - t[i];
    // y is already the sigmoid of d, so the derivative is y * (1 - y)
    let derivative = y[i] * (1 - y[i]);
    let delta = error * derivative;
    // only mse has the factor
    if (loss == "mse") {
      delta = delta * 2 / m;
    }
    result.push(delta);
  }
  return result;
}

// Exercise 2
export function hiddenDelta(deltaNext: number[], wNext: number[][], d: number[]): number[] {
  let result: number[] = [];
  // d has one entry for each unit. wNext has one row more (the bias), we just never read that row
  for (let i = 0; i < d.length; i++) {
    let sum = 0;
    for (let k = 0; k < deltaNext.length; k++) {
      sum = sum + deltaNext[k] * wNext[i][k];
    }
    let a = sigmoid(d[i]);
    result.push(sum * a * (1 - a));
  }
  return result;
}

// Exercise 3
export function softmax(logits: number[][]): number[][] {
  let result: number[][] = [];
  for (let n = 0; n < logits.length; n++) {
    let row = logits[n];
    // find the biggest one, otherwise exp gets too big!!
    let biggest = row[0];
    for (let i = 1; i < row.length; i++) {
      if (row[i] > biggest) {
        biggest = row[i];
      }
    }
    let exps: number[] = [];
    let sum = 0;
    for (let i = 0; i < row.length; i++) {
      let e = Math.exp(row[i] - biggest);
      exps.push(e);
      sum = sum + e;
    }
    let probabilities: number[] = [];
    for (let i = 0; i < exps.length; i++) {
      probabilities.push(exps[i] / sum);
    }
    result.push(probabilities);
  }
  return result;
}

// Exercise 4
export function categoricalCrossEntropy(y: number[][], t: any, options: any = {}): number {
  let fromLogits = false;
  if (options.fromLogits === true) {
    fromLogits = true;
  }
  let N = y.length;
  let loss = 0;
  for (let n = 0; n < N; n++) {
    let row = y[n];
    // step 1: the logarithms of the probabilities
    let logs: number[] = [];
    if (fromLogits) {
      let biggest = row[0];
      for (let i = 1; i < row.length; i++) {
        if (row[i] > biggest) {
          biggest = row[i];
        }
      }
      let sum = 0;
      for (let i = 0; i < row.length; i++) {
        sum = sum + Math.exp(row[i] - biggest);
      }
      for (let i = 0; i < row.length; i++) {
        logs.push(row[i] - biggest - Math.log(sum));
      }
    } else {
      for (let i = 0; i < row.length; i++) {
        logs.push(Math.log(row[i]));
      }
    }
    // step 2: the target can be a number or a row
    if (typeof t[n] === "number") {
      if (t[n] < 0 || t[n] >= row.length) {
        throw new Error("class index out of range: " + t[n]);
      }
      loss = loss - logs[t[n]];
    } else {
      for (let i = 0; i < row.length; i++) {
        // 0 * log(0) is NaN in javascript but should be 0
        if (t[n][i] != 0) {
          loss = loss - t[n][i] * logs[i];
        }
      }
    }
  }
  return loss / N;
}

// Exercise 5
export function adam(state: any, gradient: number[], options: any = {}): any {
  // set the defaults
  let learningRate = 0.001;
  let beta1 = 0.9;
  let beta2 = 0.999;
  let epsilon = 0.0000001;
  if (options.learningRate !== undefined) learningRate = options.learningRate;
  if (options.beta1 !== undefined) beta1 = options.beta1;
  if (options.beta2 !== undefined) beta2 = options.beta2;
  if (options.epsilon !== undefined) epsilon = options.epsilon;

  let t = state.t + 1;
  let newTheta: number[] = [];
  let newM: number[] = [];
  let newV: number[] = [];
  for (let i = 0; i < gradient.length; i++) {
    let g = gradient[i];
    let m = beta1 * state.m[i] + (1 - beta1) * g;
    let v = beta2 * state.v[i] + (1 - beta2) * g * g;
    let mHat = m / (1 - Math.pow(beta1, t));
    let vHat = v / (1 - Math.pow(beta2, t));
    let step = learningRate * mHat / (Math.sqrt(vHat) + epsilon);
    newTheta.push(state.theta[i] - step);
    newM.push(m);
    newV.push(v);
  }
  return { theta: newTheta, m: newM, v: newV, t: t };
}

// Exercise 6 (this was the hardest one)
export function conv2d(x: number[][][][], kernel: number[][][][], bias: number[], options: any = {}): number[][][][] {
  let strides = [1, 1];
  let dilations = [1, 1];
  let padding = "valid";
  if (options.strides !== undefined) strides = options.strides;
  if (options.dilations !== undefined) dilations = options.dilations;
  if (options.padding !== undefined) padding = options.padding;

  let batch = x.length;
  let height = x[0].length;
  let width = x[0][0].length;
  let channels = x[0][0][0].length;
  let kernelHeight = kernel.length;
  let kernelWidth = kernel[0].length;
  let filters = bias.length;

  if (kernel[0][0].length != channels) {
    throw new Error("The kernel has " + kernel[0][0].length + " channels but the image has " + channels);
  }

  // how big is the kernel with the holes
  let bigHeight = kernelHeight + (kernelHeight - 1) * (dilations[0] - 1);
  let bigWidth = kernelWidth + (kernelWidth - 1) * (dilations[1] - 1);

  let padTop = 0;
  let padBottom = 0;
  let padLeft = 0;
  let padRight = 0;
  if (padding == "same") {
    let wantedHeight = Math.ceil(height / strides[0]);
    let wantedWidth = Math.ceil(width / strides[1]);
    let padHeight = (wantedHeight - 1) * strides[0] + bigHeight - height;
    let padWidth = (wantedWidth - 1) * strides[1] + bigWidth - width;
    if (padHeight < 0) padHeight = 0;
    if (padWidth < 0) padWidth = 0;
    padTop = Math.floor(padHeight / 2);
    padBottom = padHeight - padTop;
    padLeft = Math.floor(padWidth / 2);
    padRight = padWidth - padLeft;
  } else {
    if (bigHeight > height || bigWidth > width) {
      throw new Error("The kernel is bigger than the image");
    }
  }

  let result: number[][][][] = [];
  for (let n = 0; n < batch; n++) {
    // make the padded image
    let padded: number[][][] = [];
    for (let i = 0; i < height + padTop + padBottom; i++) {
      let row: number[][] = [];
      for (let j = 0; j < width + padLeft + padRight; j++) {
        let pixel: number[] = [];
        for (let c = 0; c < channels; c++) {
          let inside = i >= padTop && i < padTop + height && j >= padLeft && j < padLeft + width;
          if (inside) {
            pixel.push(x[n][i - padTop][j - padLeft][c]);
          } else {
            pixel.push(0);
          }
        }
        row.push(pixel);
      }
      padded.push(row);
    }
    // now slide the kernel over it
    let outImage: number[][][] = [];
    for (let i = 0; i + bigHeight <= padded.length; i = i + strides[0]) {
      let outRow: number[][] = [];
      for (let j = 0; j + bigWidth <= padded[0].length; j = j + strides[1]) {
        let outPixel: number[] = [];
        for (let f = 0; f < filters; f++) {
          let sum = 0;
          for (let a = 0; a < kernelHeight; a++) {
            for (let b = 0; b < kernelWidth; b++) {
              for (let c = 0; c < channels; c++) {
                sum = sum + padded[i + a * dilations[0]][j + b * dilations[1]][c] * kernel[a][b][c][f];
              }
            }
          }
          outPixel.push(sum + bias[f]);
        }
        outRow.push(outPixel);
      }
      outImage.push(outRow);
    }
    result.push(outImage);
  }
  return result;
}

// Exercise 7
export function lstmCell(x: number[][], state: any, weights: any): any {
  let newH: number[][] = [];
  let newC: number[][] = [];
  for (let n = 0; n < x.length; n++) {
    // put h and x behind each other
    let together: number[] = [];
    for (let i = 0; i < state.h[n].length; i++) together.push(state.h[n][i]);
    for (let i = 0; i < x[n].length; i++) together.push(x[n][i]);

    let hRow: number[] = [];
    let cRow: number[] = [];
    for (let u = 0; u < state.h[n].length; u++) {
      let forgetSum = weights.forget.b[u];
      let inputSum = weights.input.b[u];
      let candidateSum = weights.candidate.b[u];
      let outputSum = weights.output.b[u];
      for (let i = 0; i < together.length; i++) {
        forgetSum = forgetSum + together[i] * weights.forget.w[i][u];
        inputSum = inputSum + together[i] * weights.input.w[i][u];
        candidateSum = candidateSum + together[i] * weights.candidate.w[i][u];
        outputSum = outputSum + together[i] * weights.output.w[i][u];
      }
      let f = sigmoid(forgetSum);
      let i = sigmoid(inputSum);
      let candidate = Math.tanh(candidateSum);
      let o = sigmoid(outputSum);
      let c = f * state.c[n][u] + i * candidate;
      cRow.push(c);
      hRow.push(o * Math.tanh(c));
    }
    newH.push(hRow);
    newC.push(cRow);
  }
  return { h: newH, c: newC };
}

// Exercise 8
export function klStandardNormal(mean: number[][], logVariance: number[][]): number {
  let total = 0;
  for (let n = 0; n < mean.length; n++) {
    for (let k = 0; k < mean[n].length; k++) {
      let mu = mean[n][k];
      let variance = Math.exp(logVariance[n][k]);
      total = total + (-1 / 2) * (1 + logVariance[n][k] - mu * mu - variance);
    }
  }
  return total / mean.length;
}
