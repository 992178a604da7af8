export function convParameterCount([k], channels, filters, { bias = true } = {}) {
  return filters * (k ** 2 * channels + (bias ? 1 : 0));
}
