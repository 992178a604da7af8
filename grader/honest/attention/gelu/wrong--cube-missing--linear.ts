export const gelu = (z: number) => 0.5 * z * (1 + Math.tanh(z * Math.sqrt(2 / Math.PI)));
