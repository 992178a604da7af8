export const reluDerivative = (z: number, ...[slope]: [number?]) => { switch (true) { case z > 0: return 1; case z < 0: return 0; default: return slope ?? 1; } };
