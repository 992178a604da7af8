export const softmax = (z) => z.map((r) => { const m = Math.max(...r), e = r.map((v) => 2 ** ((v - m) * Math.LOG2E)), s = e.reduce((a, b) => a + b); return e.map((v) => v / s); });
