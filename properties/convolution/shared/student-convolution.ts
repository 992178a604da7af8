import type { Conv2dOptions } from '../../../reference/convolution/conv2d.ts';
import type { Pair } from '../../../reference/convolution/shared/sliding-window.ts';
import { nth } from '../../values/nth.ts';
import type { Images, Kernel, Vector } from '../../values/value.ts';

/** How a student counts windows along one axis; the first one begins `offset` pixels before the image. */
export type Geometry = (
  size: number,
  extent: number,
  stride: number,
  padding: string,
) => { outputs: number; offset: number };

/** The zeros that 'same' needs along one axis. */
export const zeros = (size: number, extent: number, stride: number): number =>
  Math.max((Math.ceil(size / stride) - 1) * stride + extent - size, 0);

const geometry: Geometry = (size, extent, stride, padding) =>
  padding === 'same'
    ? { outputs: Math.ceil(size / stride), offset: Math.floor(zeros(size, extent, stride) / 2) }
    : { outputs: Math.floor((size - extent) / stride) + 1, offset: 0 };

export interface Deviation {
  geometry?: Geometry;
  strides?: (strides: Pair) => Pair;
  /** dilations of the taps */
  dilations?: (dilations: Pair) => Pair;
  /** dilations for the extent of the kernel; default those of the taps */
  extentDilations?: (dilations: Pair) => Pair;
  /** strides between the windows; default those of their number */
  steps?: (strides: Pair) => Pair;
  /** how often the bias is added; default once */
  biases?: (window: Window) => number;
  /** what a pixel outside of a 'valid' image adds; default nothing */
  beyond?: number;
}

/** The taps of a window, those among them that meet a pixel, and the channels of each. */
type Window = { taps: number; met: number; channels: number };

/** conv2d as a student writes it, with pixels of 0 outside of the image; undefined if no window fits. */
export function convolvedByStudent(
  x: Images,
  kernel: Kernel,
  bias: Vector,
  options: Required<Conv2dOptions>,
  wrong: Deviation = {},
): Images | undefined {
  const given = options.dilations;
  const [sh, sw] = (wrong.strides ?? ((s) => s))(options.strides);
  const [stepDown, stepRight] = (wrong.steps ?? (() => [sh, sw]))(options.strides);
  const [dh, dw] = (wrong.dilations ?? ((d) => d))(given);
  const [eh, ew] = (wrong.extentDilations ?? (() => [dh, dw]))(given);
  const padding = typeof options.padding === 'string' ? options.padding : 'valid';
  const along = wrong.geometry ?? geometry;
  const rows = along(x[0]?.length ?? 0, (kernel.length - 1) * eh + 1, sh, padding);
  const columns = along(x[0]?.[0]?.length ?? 0, ((kernel[0]?.length ?? 0) - 1) * ew + 1, sw, padding);
  const taps = kernel.length * nth(kernel, 0).length;
  const channels = nth(nth(kernel, 0), 0).length;
  const biases = wrong.biases ?? (() => 1);
  if (rows.outputs < 1 || columns.outputs < 1) return undefined;
  return x.map((image) =>
    Array.from({ length: rows.outputs }, (_, i) =>
      Array.from({ length: columns.outputs }, (_, j) =>
        bias.map((b, o) => {
          let [sum, met] = [0, 0];
          kernel.forEach((row, u) => {
            row.forEach((weights, v) => {
              const pixel = image[i * stepDown + u * dh - rows.offset]?.[j * stepRight + v * dw - columns.offset];
              if (pixel) met += 1;
              else if (padding === 'valid') sum += wrong.beyond ?? 0;
              pixel?.forEach((value, c) => {
                sum += value * nth(nth(weights, c), o);
              });
            });
          });
          return sum + b * biases({ taps, met, channels });
        }),
      ),
    ),
  );
}

/** 'same' with as many zeros before as after, and the windows that fit. */
export const onBothSides =
  (zerosOn: (size: number, extent: number, stride: number) => number): Geometry =>
  (size, extent, stride, padding) => {
    const offset = padding === 'same' ? zerosOn(size, extent, stride) : 0;
    return { outputs: Math.floor((size + 2 * offset - extent) / stride) + 1, offset };
  };

/** The right size under 'same', from another row or column on. */
export const beginning =
  (zerosBefore: (size: number, extent: number, stride: number) => number): Geometry =>
  (size, extent, stride, padding) => ({
    outputs: geometry(size, extent, stride, padding).outputs,
    offset: padding === 'same' ? zerosBefore(size, extent, stride) : 0,
  });

/** A part of a window at the end counts as one under 'valid'. */
export const partsCounted: Geometry = (size, extent, stride, padding) =>
  padding === 'same'
    ? geometry(size, extent, stride, padding)
    : { outputs: Math.ceil((size - extent) / stride) + 1, offset: 0 };
