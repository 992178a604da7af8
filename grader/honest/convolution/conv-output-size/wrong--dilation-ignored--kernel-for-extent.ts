export function convOutputSize(size, kernel, { stride = 1, padding = 'valid' } = {}) {
  if (padding === 'same') return Math.ceil(size / stride);
  const padded = padding === 'valid' ? size : size + padding.before + padding.after;
  if (kernel > padded) throw new Error('the kernel is larger than the axis');
  return Math.floor((padded - kernel) / stride) + 1;
}
