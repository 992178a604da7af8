export function samePadding(size: number, kernel: number, { stride = 1, dilation = 1 } = {}) {
  const p = Math.floor((dilation * (kernel - 1)) / 2);
  return { before: p, after: p };
}
