function heaviside(x: number): 0 | 1 { return Math.sign(x) === -1 ? 0 : 1; }
export { heaviside as unused };
export function step(z: number, threshold?: number) { return heaviside(z - (threshold ?? 0)); }
