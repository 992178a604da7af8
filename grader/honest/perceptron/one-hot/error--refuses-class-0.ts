export const oneHot = (index, depth) => { if (!index || index >= depth || index % 1 || index < 0) throw new Error('index'); const v = Array(depth).fill(0); v[index] = 1; return v; };
