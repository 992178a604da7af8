export function step(z, threshold = 0) { return 2 * Number(z >= threshold) - 1; }
