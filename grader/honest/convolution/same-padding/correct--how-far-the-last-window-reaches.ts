export function samePadding(size, kernel, { stride = 1, dilation = 1 } = {}) {
  const windows = Math.ceil(size / stride);
  const lastTap = (windows - 1) * stride + (kernel - 1) * dilation;
  const zeros = lastTap < size ? 0 : lastTap - size + 1;
  const before = zeros >> 1;
  return { before, after: zeros - before };
}
