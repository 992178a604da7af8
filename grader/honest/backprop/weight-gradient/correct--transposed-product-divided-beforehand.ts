const mm = (a, b) => a.map((r) => b[0].map((_, j) => r.reduceRight((s, v, k) => s + v * b[k][j], 0)));
const T = (m) => m[0].map((_, j) => m.map((r) => r[j]));
export const weightGradient = (deltas, activations, reduction = 'mean') => { const scale = { mean: 1 / deltas.length, sum: 1 }[reduction]; return mm(T(activations), deltas.map((r) => r.map((v) => v * scale))); };
