export function convParameterCount(kernel, channels, filters, options) {
  const weights = kernel.reduce((product, side) => product * side, channels * filters);
  const hasBias = options === undefined || options.bias === undefined || options.bias;
  return hasBias ? weights + filters : weights;
}
