export function convParameterCount([kh, kw], channels, filters) {
  return (kh * kw * channels + 1) * filters;
}
