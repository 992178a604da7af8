export function convParameterCount([kh, kw], channels, filters, { bias = false } = {}) {
  return filters * (kh * kw * channels + (bias ? 1 : 0));
}
