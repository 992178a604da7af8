/** How windows lie along an axis: window o begins at element o stride - before. */
export interface Windows {
  outputs: number;
  before: number;
}

/** Windows of `taps` taps over `size` elements, as TensorFlow counts them. */
export function windowsAlong(
  size: number,
  taps: number,
  stride: number,
  dilation: number,
  padding: 'valid' | 'same' | readonly [before: number, after: number],
): Windows {
  const extent = (taps - 1) * dilation + 1;
  if (padding === 'same') {
    const outputs = Math.ceil(size / stride);
    const missing = Math.max(0, (outputs - 1) * stride + extent - size);
    return { outputs, before: Math.floor(missing / 2) };
  }
  const [before, after] = padding === 'valid' ? [0, 0] : padding;
  return { outputs: Math.floor((size + before + after - extent) / stride) + 1, before };
}

/** The whole numbers from 0 up to `count`, without it. */
export function upTo(count: number): number[] {
  return Array.from({ length: count }, (_, i) => i);
}
