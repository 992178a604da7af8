export function convOutputSize(size, kernel, { stride = 1, dilation = 1, padding = 'valid' } = {}) {
  if (padding === 'same') return Math.ceil(size / stride);
  const covered = (kernel - 1) * dilation + 1;
  if (covered > size) throw new RangeError(`a kernel over ${covered} elements does not fit into ${size}`);
  let windows = 0;
  for (let first = 0; first + covered <= size; first += stride) windows += 1;
  return windows;
}
