export function step(x: number): number {
  if (x <= 0) {
    return 0;
  } else {
    return 1;
  }
}
