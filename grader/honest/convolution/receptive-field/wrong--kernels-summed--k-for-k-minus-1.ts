type Layer = { kernel: number; stride: number; dilation: number };

const check = (layers: Layer[]) => {
  for (const l of layers)
    for (const n of [l.kernel, l.stride, l.dilation]) if (!Number.isInteger(n) || n < 1) throw new Error(`not a positive integer: ${n}`);
};

export function receptiveField(layers: Layer[]): number {
  check(layers);
  let r = 1, j = 1;
  for (const { kernel, stride, dilation } of layers) {
    r += kernel * dilation * j;
    j *= stride;
  }
  return r;
}
