export function convParameterCount([kh, kw], channels, filters, { bias = true } = {}) {
  return filters * (kh * kw + (bias ? 1 : 0));
}
