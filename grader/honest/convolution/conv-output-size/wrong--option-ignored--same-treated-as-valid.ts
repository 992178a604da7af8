export function convOutputSize(size, kernel, { stride = 1, dilation = 1, padding = 'valid' } = {}) {
  const extent = dilation * (kernel - 1) + 1;
  if (padding === 'valid' && extent > size) throw new Error('the kernel does not fit');
  return Math.floor((size - extent) / stride) + 1;
}
