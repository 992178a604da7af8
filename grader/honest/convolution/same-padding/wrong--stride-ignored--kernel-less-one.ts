export function samePadding(size: number, kernel: number, { dilation = 1 } = {}) {
  const total = (kernel - 1) * dilation;
  const before = Math.floor(total / 2);
  return { before, after: total - before };
}
