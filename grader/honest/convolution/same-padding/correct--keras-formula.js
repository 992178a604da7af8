export function samePadding(size, kernel, options = {}) {
  const s = options.stride ?? 1;
  const k = (kernel - 1) * (options.dilation ?? 1) + 1;
  const rest = size % s;
  const total = Math.max(0, rest === 0 ? k - s : k - rest);
  return { before: Math.floor(total / 2), after: Math.ceil(total / 2) };
}
