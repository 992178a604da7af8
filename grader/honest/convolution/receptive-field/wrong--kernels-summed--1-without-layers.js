export function receptiveField(layers) {
  for (const { kernel, stride, dilation } of layers)
    if ([kernel, stride, dilation].some((v) => !Number.isInteger(v) || v < 1)) throw new RangeError('positive integers');
  return layers.length === 0 ? 1 : layers.map(({ kernel }) => kernel).reduce((a, b) => a + b);
}
