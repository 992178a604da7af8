export const relu = (z: number) => z * Number(z > 0);
