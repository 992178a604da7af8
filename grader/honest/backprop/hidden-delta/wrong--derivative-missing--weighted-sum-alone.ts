export const hiddenDelta = (deltaNext, wNext, d) => d.map((_, i) => deltaNext.map((e, k) => e * wNext[i][k]).reduceRight((p, q) => p + q, 0));
