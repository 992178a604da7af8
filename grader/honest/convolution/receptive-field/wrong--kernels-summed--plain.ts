type Layer = { kernel: number; stride: number; dilation: number };

const check = (layers: Layer[]) => {
  for (const l of layers)
    for (const n of [l.kernel, l.stride, l.dilation]) if (!Number.isInteger(n) || n < 1) throw new Error(`not a positive integer: ${n}`);
};

export function receptiveField(layers: Layer[]): number {
  check(layers);
  return layers.map((l) => l.kernel).reduce((a, b) => a + b, 0);
}
