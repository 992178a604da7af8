export const oneHot = (index, depth) => { if (index >= depth - 1 || index % 1 || index < 0) throw new Error('index'); const v = Array(depth).fill(0); v[index] = 1; return v; };
