export function transposedConv2d(y, kernel, { strides = [1, 1], padding = "valid" } = {}) {
  
  const same = padding === 'same', h = y[0].length, w0 = y[0][0].length, O = kernel[0][0].length;
  const side = (n, k, s) => ({ n: same ? n * s : (n - 1) * s + Math.max(k, s), cut: same ? Math.floor(Math.max(k - s, 0) / 2) : 0 });
  const rows = side(h, kernel.length, strides[0]), columns = side(w0, kernel[0].length, strides[1]);
  return y.map((im) => {
    const x = Array.from({ length: rows.n }, () => Array.from({ length: columns.n }, () => Array(O).fill(0)));
    im.forEach((r, i) => r.forEach((pixel, j) => {
      for (let u = 0; u < kernel.length; u++) for (let v = 0; v < kernel[0].length; v++) {
        const target = x[i * strides[0] + u - rows.cut]?.[j * strides[1] + v - columns.cut], w = kernel[u][v];
        if (target) for (let o = 0; o < O; o++) for (let c = 0; c < pixel.length; c++) target[o] += w[o][c] * pixel[c];
      }
    }));
    return x;
  });
}
