export function maxPool2d(x: number[][][][], options: { window?: number[]; strides?: number[]; padding?: string } = {}) {
  const [kh, kw] = options.window ?? [2, 2];
  const stride = 2;
  const same = options.padding === 'same';
  const count = (n: number, k: number): number => (same ? Math.ceil(n / stride) : Math.floor((n - k) / stride) + 1);
  const before = (n: number, k: number): number => (same ? Math.floor(Math.max((count(n, k) - 1) * stride + k - n, 0) / 2) : 0);
  const result: number[][][][] = [];
  for (const image of x) {
    const h = image.length, w = image[0]!.length, channels = image[0]![0]!.length;
    if (kh! > h && !same) throw new Error('window');
    const rows: number[][][] = [];
    for (let i = 0; i < count(h, kh!); i++) {
      const row: number[][] = [];
      for (let j = 0; j < count(w, kw!); j++) {
        const best: number[] = new Array(channels).fill(-Infinity);
        for (let u = 0; u < kh!; u++) {
          for (let v = 0; v < kw!; v++) {
            const pixel = image[i * stride + u - before(h, kh!)]?.[j * stride + v - before(w, kw!)];
            pixel?.forEach((value, c) => { if (value > best[c]!) best[c] = value; });
          }
        }
        row.push(best);
      }
      rows.push(row);
    }
    result.push(rows);
  }
  return result;
}
