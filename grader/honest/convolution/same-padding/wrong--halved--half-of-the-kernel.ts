export function samePadding(size: number, kernel: number) {
  const half = Math.floor(kernel / 2);
  return { before: half, after: half };
}
