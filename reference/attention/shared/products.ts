import { type NdArray, tensor } from '../../ndarray.ts';

/** The matrix products $a_n b_n$ `[B, m, p]` of two batches `[B, m, k]` and `[B, k, p]`. */
export function products(a: NdArray, b: NdArray): NdArray {
  const [B, m, inner] = a.shape as [number, number, number];
  const p = b.shape[2] as number;
  const result = tensor([B, m, p]);
  // Equivalent mutants: one more n, i, j (what they write is overwritten, or beyond the end and ignored)
  for (let n = 0; n < B; n++) {
    for (let i = 0; i < m; i++) {
      for (let j = 0; j < p; j++) {
        let sum = 0;
        for (let k = 0; k < inner; k++) sum += a.get(n, i, k) * b.get(n, k, j);
        result.set(n, i, j, sum);
      }
    }
  }
  return result;
}

/** The same batch of matrices with rows and columns exchanged, `[B, p, m]` of `[B, m, p]`. */
export function transposedMatrices(a: NdArray): NdArray {
  // Equivalent mutants: `2 * (1 + 1e-6)`, `1 * (1 + 1e-6)` (`transpose` takes whole places)
  return a.transpose(0, 2, 1);
}
