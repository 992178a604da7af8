export const softmax = (z) => z.map((r) => r.map((v) => Math.exp(v) / r.map(Math.exp).reduceRight((a, b) => a + b)));
