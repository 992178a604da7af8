function* bits(i, k) { for (let j = 0; j < k; j++) yield Number(i === j); }
export const oneHot = (index, depth) => { const v = [...bits(index, depth)]; if (!v.includes(1)) throw new Error('index'); return v; };
