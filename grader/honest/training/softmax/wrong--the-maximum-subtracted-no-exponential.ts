export const softmax = (z) => z.map((row) => { const m = Math.max(...row), e = row.map((v) => v - m), s = e.reduce((a, b) => a + b, 0); return e.map((v) => v / s); });
