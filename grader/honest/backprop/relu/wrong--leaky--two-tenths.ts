export function relu(z) { return z < 0 ? 0.2 * z : z; }
