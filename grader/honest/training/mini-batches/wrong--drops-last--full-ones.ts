export const miniBatches = (a, n) => { if (!Number.isInteger(n) || n < 1) throw new Error(); const out = []; for (let i = n; i <= a.length; i += n) out.push(a.slice(i - n, i)); return out; };
