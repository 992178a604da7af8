const cache = {};
export const oneHot = (index, depth) => { if (!Number.isInteger(index) || index < 0 || index >= depth) throw new Error(); const v = (cache[depth] ??= Array(depth).fill(0)); v[index] = 1; return v; };
