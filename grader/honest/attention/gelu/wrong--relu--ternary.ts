export const gelu = (z: number): number => (z > 0 ? z : 0);
