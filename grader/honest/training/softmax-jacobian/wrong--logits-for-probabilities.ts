export const softmaxJacobian = (z) => z.map((p, i) => z.map((q, j) => p * (Number(i === j) - q)));
