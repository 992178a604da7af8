type Layer = { kernel: number; stride: number; dilation: number };

const check = (layers: Layer[]) => {
  for (const l of layers)
    for (const n of [l.kernel, l.stride, l.dilation]) if (!Number.isInteger(n) || n < 1) throw new Error(`not a positive integer: ${n}`);
};

export function receptiveField(layers: Layer[]): number {
  check(layers);
  const [first, ...rest] = layers;
  let r = (first.kernel - 1) * first.dilation + 1;
  let j = first.stride;
  for (const { kernel, stride, dilation } of rest) {
    r += (kernel - 1) * dilation * j;
    j *= stride;
  }
  return r;
}
