export function samePadding(size: number, kernel: number, { stride = 1, dilation = 1 } = {}) {
  const total = (Math.ceil(size / stride) - 1) * stride + (kernel - 1) * dilation + 1 - size;
  const before = Math.floor(total / 2);
  return { before, after: total - before };
}
