export function samePadding(size: number, kernel: number) {
  const before = Math.floor((kernel - 1) / 2);
  return { before, after: kernel - 1 - before };
}
