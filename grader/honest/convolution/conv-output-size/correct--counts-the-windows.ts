export function convOutputSize(size, kernel, { stride = 1, dilation = 1, padding = 'valid' } = {}) {
  if (padding === 'same') return Math.ceil(size / stride);
  const { before, after } = padding === 'valid' ? { before: 0, after: 0 } : padding;
  const covered = (kernel - 1) * dilation + 1;
  const end = before + size + after;
  if (covered > end) throw new RangeError(`a kernel over ${covered} elements does not fit into ${end}`);
  let windows = 0;
  for (let first = 0; first + covered <= end; first += stride) windows += 1;
  return windows;
}
