export function tanh(z: number): number { return Math.abs(z) > 25 ? Math.sign(z) : Math.sinh(z) / Math.cosh(z); }
