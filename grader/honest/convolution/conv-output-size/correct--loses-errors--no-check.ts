export const convOutputSize = (size, kernel, { stride = 1, dilation = 1, padding = 'valid' } = {}) => {
  if (padding === 'same') return Math.ceil(size / stride);
  const zeros = padding === 'valid' ? 0 : padding.before + padding.after;
  return Math.floor((size + zeros - (kernel - 1) * dilation - 1) / stride) + 1;
};
