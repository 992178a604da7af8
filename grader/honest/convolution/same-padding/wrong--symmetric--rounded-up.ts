export function samePadding(size: number, kernel: number, { stride = 1, dilation = 1 } = {}) {
  const total = Math.max((Math.ceil(size / stride) - 1) * stride + (kernel - 1) * dilation + 1 - size, 0);
  return { before: Math.ceil(total / 2), after: Math.ceil(total / 2) };
}
