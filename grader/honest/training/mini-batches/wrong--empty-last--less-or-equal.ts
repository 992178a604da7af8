export const miniBatches = (a, n) => { if (!Number.isInteger(n) || n < 1) throw new Error(); const out = []; for (let i = 0; i <= a.length; i += n) out.push(a.slice(i, i + n)); return out; };
