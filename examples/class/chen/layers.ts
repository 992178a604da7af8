import { applied, sigmoid } from './math';
import { Matrix } from './matrix.js';

type Images = number[][][][];
type Options = { strides?: number[]; dilations?: number[]; padding?: 'valid' | 'same' };

/** conv2d as one matrix product per image: a row for each window, a column for each output channel. */
export function conv2d(x: Images, kernel: number[][][][], bias: number[], options: Options = {}): Images {
  const [strideH, strideW] = options.strides ?? [1, 1];
  const [dilH, dilW] = options.dilations ?? [1, 1];
  const kh = kernel.length, kw = kernel[0].length, cin = kernel[0][0].length;
  const height = x[0].length, width = x[0][0].length;
  if (x[0][0][0].length !== cin) throw new Error('image and kernel have different channels');

  const spanH = dilH * (kh - 1) + 1;
  const spanW = dilW * (kw - 1) + 1;
  let outH: number, outW: number, top = 0, left = 0;
  if (options.padding === 'same') {
    outH = Math.ceil(height / strideH);
    outW = Math.ceil(width / strideW);
    top = Math.trunc(Math.max(0, (outH - 1) * strideH + spanH - height) / 2);
    left = Math.trunc(Math.max(0, (outW - 1) * strideW + spanW - width) / 2);
  } else {
    outH = Math.floor((height - spanH + strideH) / strideH);
    outW = Math.floor((width - spanW + strideW) / strideW);
    if (outH < 1 || outW < 1) throw new Error('the kernel is larger than the image');
  }

  const filters = Matrix.of(kernel.flat(2));
  return x.map((image) => {
    const windows: number[][] = [];
    for (let i = 0; i < outH; i++) {
      for (let j = 0; j < outW; j++) {
        const window: number[] = [];
        for (let a = 0; a < kh; a++) {
          for (let b = 0; b < kw; b++) {
            const pixel = image[i * strideH - top + a * dilH]?.[j * strideW - left + b * dilW];
            for (let c = 0; c < cin; c++) window.push(pixel ? pixel[c] : 0);
          }
        }
        windows.push(window);
      }
    }
    const pixels = Matrix.of(windows).times(filters).plus(Matrix.row(bias)).toArray();
    return Array.from({ length: outH }, (_, i) => pixels.slice(i * outW, (i + 1) * outW));
  });
}

type Gate = { w: number[][]; b: number[] };

export function lstmCell(
  x: number[][],
  state: { h: number[][]; c: number[][] },
  weights: Record<'forget' | 'input' | 'candidate' | 'output', Gate>,
) {
  const joined = Matrix.of(state.h).beside(Matrix.of(x));
  const gate = ({ w, b }: Gate, f: (z: number) => number) => applied(joined.times(Matrix.of(w)).plus(Matrix.row(b)), f);

  const kept = gate(weights.forget, sigmoid).hadamard(Matrix.of(state.c));
  const added = gate(weights.input, sigmoid).hadamard(gate(weights.candidate, Math.tanh));
  const cell = kept.plus(added);
  const hidden = gate(weights.output, sigmoid).hadamard(applied(cell, Math.tanh));
  return { h: hidden.toArray(), c: cell.toArray() };
}
