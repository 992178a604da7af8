/** What the windows along one axis cover. */
export interface Reach {
  outputs: number;
  /** elements up to the end of the last window: those after it are never used */
  used: number;
  /** zeros of padding before the first and after the last element */
  before: number;
  after: number;
}

/**
 * What windows of `taps` elements cover, with TensorFlow's padding: computed as in tfjs, independently of reference/.
 */
export function reachAlong(
  size: number,
  taps: number,
  stride: number,
  dilation: number,
  padding: 'valid' | 'same',
): Reach {
  const extent = dilation * (taps - 1) + 1;
  const steps = Math.floor((padding === 'same' ? size - 1 : size - extent) / stride);
  const end = steps * stride + extent;
  const zeros = Math.max(end - size, 0);
  const before = Math.trunc(zeros / 2);
  return { outputs: steps + 1, used: Math.min(size, end), before, after: zeros - before };
}
