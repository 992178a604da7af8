type Layer = { kernel: number; stride: number; dilation: number };

export function receptiveField(layers: Layer[]): number {
  let size = 1;
  let jump = 1;
  for (const { kernel, stride, dilation } of layers) {
    for (const n of [kernel, stride, dilation]) {
      if (!Number.isInteger(n) || n <= 0) throw new RangeError(`expected a positive integer, got ${n}`);
    }
    size += (kernel - 1) * dilation * jump;
    jump *= stride;
  }
  return size;
}
