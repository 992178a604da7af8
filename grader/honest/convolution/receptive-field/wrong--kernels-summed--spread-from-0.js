export function receptiveField(layers) {
  if (layers.some((layer) => Object.values(layer).some((v) => !Number.isInteger(v) || v < 1))) throw new Error('layers');
  if (layers.length === 0) return 1;
  let [field, jump] = [0, 1];
  for (const { kernel, stride, dilation } of layers) {
    field += kernel * dilation * jump;
    jump *= stride;
  }
  return field;
}
