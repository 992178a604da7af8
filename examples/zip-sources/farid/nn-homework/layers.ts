import { sig } from './activations.ts';
import { type Mat, mat, type Vec, vec } from './tensor.ts';

type Images = Mat[][];

export function conv2d(
  x: Images,
  kernel: Images,
  bias: Vec,
  { strides = [1, 1], dilations = [1, 1], padding = 'valid' }: { strides?: number[]; dilations?: number[]; padding?: string } = {},
): Images {
  const [h, w, channels] = [x[0].length, x[0][0].length, x[0][0][0].length];
  if (channels !== kernel[0][0].length) throw new Error('channels of the image and of the kernel differ');
  const need = [(kernel.length - 1) * dilations[0] + 1, (kernel[0].length - 1) * dilations[1] + 1];
  const out = [h, w].map((n, a) => (padding === 'same' ? Math.ceil(n / strides[a]) : Math.floor((n - need[a]) / strides[a] + 1)));
  if (out.some((n) => n < 1)) throw new Error('the kernel is larger than the image');
  const shift = [h, w].map((n, a) => (padding === 'same' ? Math.floor(Math.max((out[a] - 1) * strides[a] + need[a] - n, 0) / 2) : 0));

  return x.map((image) => {
    // sum over the taps of the kernel: each one is a 1x1 convolution of a shifted image
    let result: Mat[] = Array.from({ length: out[0] }, () => Array.from({ length: out[1] }, () => bias));
    kernel.forEach((taps, u) => {
      taps.forEach((weights, v) => {
        result = result.map((row, i) => row.map((acc, j) => {
          const pixel = image[i * strides[0] + u * dilations[0] - shift[0]]?.[j * strides[1] + v * dilations[1] - shift[1]];
          return pixel ? vec.add(acc, mat.dot([pixel], weights)[0]) : acc;
        }));
      });
    });
    return result;
  });
}

type Gate = { w: Mat; b: Vec };

export function lstmCell(x: Mat, state: { h: Mat; c: Mat }, weights: { [name: string]: Gate }) {
  const v = mat.concat(state.h, x);
  const z = (name: string) => mat.addRow(mat.dot(v, weights[name].w), weights[name].b);
  const c = mat.zip((f, i, g, old) => sig(f) * old + sig(i) * Math.tanh(g), z('forget'), z('input'), z('candidate'), state.c);
  const h = mat.zip((o, cell) => sig(o) * Math.tanh(cell), z('output'), c);
  return { h, c };
}

export function klStandardNormal(mean: Mat, logVariance: Mat): number {
  return mat.sum(mat.zip((mu, lv) => (mu * mu + Math.exp(lv) - lv - 1) / 2, mean, logVariance)) / mat.rows(mean);
}
