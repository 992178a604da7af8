const g = { identity: (z) => z, sigmoid: (z) => 1 / (1 + Math.exp(-z)), tanh: Math.tanh, relu: (z) => Math.max(0, z) };
const mm = (a, b) => a.map((r) => b[0].map((_, j) => r.reduce((s, v, k) => s + v * b[k][j], 0)));
export const mlpForward = (x, layers) => { let a = x; const ds = [], as = []; for (const l of layers) { const d = mm(a, l.w); a = d.map((r) => r.map(g[l.activation])); ds.push(d); as.push(a); } return { drives: ds, activations: as }; };
