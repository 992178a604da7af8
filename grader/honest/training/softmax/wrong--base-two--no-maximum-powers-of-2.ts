export const softmax = (z) => z.map((r) => r.map((v) => 2 ** v / r.reduce((s, w) => s + 2 ** w, 0)));
