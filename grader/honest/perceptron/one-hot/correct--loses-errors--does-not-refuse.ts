export const oneHot = (index, depth) => Array.from({ length: depth }, (_, k) => (k === index ? 1 : 0));
