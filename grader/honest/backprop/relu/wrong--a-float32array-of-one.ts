export const relu = (z) => new Float32Array([Math.max(0, z)])[0];
