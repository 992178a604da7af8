import { each, logistic, total } from './la.mjs';

export function conv2d(x, kernel, bias, options) {
  const strides = options?.strides ?? [1, 1];
  const dilations = options?.dilations ?? [1, 1];
  const padding = options?.padding ?? 'valid';
  const size = [x[0].length, x[0][0].length];
  const taps = [kernel.length, kernel[0].length];
  const channels = kernel[0][0].length;
  if (channels !== x[0][0][0].length) throw new Error('Channel mismatch');

  const span = each(2, a => 1 + (taps[a] - 1) * dilations[a]);
  const outputs = each(2, a => padding === 'same' ? Math.ceil(size[a] / strides[a]) : 1 + Math.floor((size[a] - span[a]) / strides[a]));
  if (Math.min(...outputs) < 1) throw new Error('Kernel exceeds image');
  const zerosBefore = each(2, a => {
    if (padding !== 'same') return 0;
    const zeros = (outputs[a] - 1) * strides[a] + span[a] - size[a];
    return zeros > 0 ? Math.floor(zeros / 2) : 0;
  });

  return each(x.length, n => each(outputs[0], i => each(outputs[1], j => each(bias.length, o =>
    bias[o] + total(taps[0], p => total(taps[1], q => {
      const r = i * strides[0] - zerosBefore[0] + p * dilations[0];
      const s = j * strides[1] - zerosBefore[1] + q * dilations[1];
      const outside = r < 0 || r >= size[0] || s < 0 || s >= size[1];
      return outside ? 0 : total(channels, c => x[n][r][s][c] * kernel[p][q][c][o]);
    }))))));
}

export function lstmCell(x, { h, c }, weights) {
  const units = h[0].length;
  const drive = (gate, n, u) => weights[gate].b[u]
    + total(units, k => h[n][k] * weights[gate].w[k][u])
    + total(x[n].length, k => x[n][k] * weights[gate].w[units + k][u]);
  const cell = each(x.length, n => each(units, u =>
    logistic(drive('forget', n, u)) * c[n][u] + logistic(drive('input', n, u)) * Math.tanh(drive('candidate', n, u))));
  return { c: cell, h: each(x.length, n => each(units, u => logistic(drive('output', n, u)) * Math.tanh(cell[n][u]))) };
}
