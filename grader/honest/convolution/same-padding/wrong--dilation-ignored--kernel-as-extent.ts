export function samePadding(size: number, kernel: number, { stride = 1 } = {}) {
  const out = Math.ceil(size / stride);
  const total = Math.max((out - 1) * stride + kernel - size, 0);
  return { before: Math.floor(total / 2), after: total - Math.floor(total / 2) };
}
