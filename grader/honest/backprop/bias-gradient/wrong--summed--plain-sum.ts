export const biasGradient = (d) => d.reduceRight((s, r) => s.map((v, i) => v + r[i]));
