export const convOutputSize = (size, kernel, { stride = 1, dilation = 1, padding = 'valid' } = {}) =>
  padding === 'same' ? Math.ceil(size / stride) : Math.floor((size - (kernel - 1) * dilation - 1) / stride) + 1;
