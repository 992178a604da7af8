export function reluDerivative(z) { if (z) return +(z > 0); return arguments.length < 2 ? 1 : arguments[1]; }
