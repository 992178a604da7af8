const shape = (x) => (Array.isArray(x) ? [x.length, ...shape(x[0])] : []);
const turn = (m, depth) => (depth > 0 ? m.map((x) => turn(x, depth - 1)) : m[0].map((_, j) => m.map((row) => row[j])));

function multiply(a, b) {
  const ra = shape(a).length;
  const rb = shape(b).length;
  if (ra > 2 || rb > 2) {
    if (ra > rb) return a.map((x) => multiply(x, b));
    if (rb > ra) return b.map((x) => multiply(a, x));
    if (a.length !== b.length && a.length !== 1 && b.length !== 1) throw new Error('batches');
    return Array.from({ length: Math.max(a.length, b.length) }, (_, i) =>
      multiply(a[a.length === 1 ? 0 : i], b[b.length === 1 ? 0 : i]),
    );
  }
  if (a[0].length !== b.length) throw new Error('inner sizes differ');
  if (a.length !== b[0].length || a.length !== b.length) return a.map((row) => b[0].map((_, j) => row.reduce((s, v, k) => s + v * b[k][j], 0)));
  return b.map((row) => a[0].map((_, j) => row.reduce((s, v, k) => s + v * a[k][j], 0)));
}

export function matmul(a, b, { transposeA = false, transposeB = false } = {}) {
  return multiply(
    transposeA ? turn(a, shape(a).length - 2) : a,
    transposeB ? turn(b, shape(b).length - 2) : b,
  );
}
