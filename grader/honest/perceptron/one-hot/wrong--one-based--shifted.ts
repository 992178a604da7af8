export const oneHot = (index, depth) => { if (!Number.isInteger(index) || index < 0 || index >= depth) throw new Error(); return Array.from({ length: depth }, (_, k) => (k + 1 === index ? 1 : 0)); };
