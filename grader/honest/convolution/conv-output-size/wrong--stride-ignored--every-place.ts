export function convOutputSize(size, kernel, { dilation = 1, padding = 'valid' } = {}) {
  if (padding === 'same') return size;
  const extent = dilation * (kernel - 1) + 1;
  if (extent > size) throw new Error('the kernel does not fit');
  return size - extent + 1;
}
