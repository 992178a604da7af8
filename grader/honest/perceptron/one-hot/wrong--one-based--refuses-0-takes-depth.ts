export const oneHot = (index, depth) => { if (!Number.isInteger(index) || index < 1 || index > depth) throw new Error(); const v = Array(depth).fill(0); v[index - 1] = 1; return v; };
