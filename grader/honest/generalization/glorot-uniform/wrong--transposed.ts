export const glorotUniform = (u, i, o) => u[0].map((_, k) => u.map((r) => (2 * r[k] - 1) * Math.sqrt(6 / (i + o))));
