const kahan = (v) => { let s = 0, c = 0; for (const x of v) { if (x === Infinity) return x; const y = x - c, t = s + y; c = t - s - y; s = t; } return s; };
const hot = (k, C) => { if (k < 0 || k >= C) throw new Error('no class ' + k); return Array.from({ length: C }, (_, c) => +(c === k)); };
const logs = (r, fromLogits) => { if (!fromLogits) return r.map(Math.log); const m = Math.max(...r); const l = Math.log(kahan(r.map((z) => Math.exp(z - m)))); return r.map((z) => z - m - l); };
export const categoricalCrossEntropy = (y, t, options = {}) => kahan(y.flatMap((r, n) => { const p = Array.isArray(t[n]) ? t[n] : hot(t[n], r.length); const l = logs(r, options.fromLogits); return p.map((v, c) => (v ? -v * l[c] : 0)); })) / y.length;
