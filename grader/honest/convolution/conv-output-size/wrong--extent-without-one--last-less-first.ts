export function convOutputSize(size, kernel, { stride = 1, dilation = 1, padding = 'valid' } = {}) {
  const reach = (kernel - 1) * dilation;
  if (padding === 'same') return Math.ceil(size / stride);
  if (reach >= size) throw new Error('the kernel does not fit');
  return Math.floor((size - reach) / stride) + 1;
}
