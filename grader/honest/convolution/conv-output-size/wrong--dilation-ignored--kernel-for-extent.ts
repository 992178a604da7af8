export function convOutputSize(size, kernel, { stride = 1, padding = 'valid' } = {}) {
  if (padding === 'same') return Math.ceil(size / stride);
  if (kernel > size) throw new Error('the kernel is larger than the axis');
  return Math.floor((size - kernel) / stride) + 1;
}
