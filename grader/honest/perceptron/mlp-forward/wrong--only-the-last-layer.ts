const g = { identity: (z) => z, sigmoid: (z) => 1 / (1 + Math.exp(-z)), tanh: Math.tanh, relu: (z) => Math.max(0, z) };
export const mlpForward = (x, layers) => { let a = x, d = []; for (const l of layers) { d = a.map((r) => l.b.map((c, j) => r.reduce((s, v, i) => s + v * l.w[i][j], c))); a = d.map((r) => r.map(g[l.activation])); } return { drives: [d], activations: [a] }; };
