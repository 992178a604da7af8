export const oneHot = (index, depth) => { if (!Number.isInteger(index) || index < 0 || index >= depth) throw new Error(); return Array.from({ length: depth }, (_, k) => (k <= index ? 1 : 0)); };
