const samePad = (n, e, s) => Math.max((Math.ceil(n / s) - 1) * s + e - n, 0);

export function convOutputSize(size, kernel, options) {
  const stride = options?.stride ?? 1;
  const dilation = options?.dilation ?? 1;
  const padding = options?.padding ?? 'valid';
  const extent = kernel + (kernel - 1) * (dilation - 1);
  const pad = padding === 'same' ? samePad(size, extent, stride) : 0;
  if (extent > size + pad) throw new Error('kernel too large');
  return 1 + Math.trunc((size + pad - extent) / stride);
}
