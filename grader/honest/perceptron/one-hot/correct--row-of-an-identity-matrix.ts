const eye = (n) => Array.from({ length: n }, (_, i) => Array.from({ length: n }, (_, j) => +(i == j)));
export const oneHot = (index, depth) => { const row = eye(depth)[index]; if (!row) throw new Error('no such class'); return row; };
