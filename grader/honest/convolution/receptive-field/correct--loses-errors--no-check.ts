export function receptiveField(layers) {
  const extents = layers.map((l) => (l.kernel - 1) * l.dilation);
  return extents.reduce((r, e, i) => r + e * layers.slice(0, i).reduce((p, l) => p * l.stride, 1), 1);
}
