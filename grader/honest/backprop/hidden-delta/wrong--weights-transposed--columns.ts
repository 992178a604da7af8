const s = (z) => 1 / (1 + Math.exp(-z));

export const hiddenDelta = (deltaNext, wNext, d) => d.map((z, i) => { let e = 0; deltaNext.forEach((dk, k) => { e += dk * wNext[k]?.[i]; }); return e * s(z) * s(-z); });
