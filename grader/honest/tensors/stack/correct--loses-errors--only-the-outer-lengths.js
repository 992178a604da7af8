const shp = x => { const s = []; while (Array.isArray(x)) { s.push(x.length); x = x[0]; } return s; };
const flat = x => [x].flat(Infinity);
const build = (d, s) => { let p = 0; const f = k => k === s.length ? d[p++] : Array.from({length: s[k]}, () => f(k+1)); return f(0); };
const at = (d, s, ix) => { let p = 0; for (let k = 0; k < s.length; k++) p = p*s[k]+ix[k]; return d[p]; };
const each = (s) => { let out = [[]]; for (const n of s) { const o = []; for (const p of out) for (let i = 0; i < n; i++) o.push([...p, i]); out = o; } return out; };
export function stack(ts, axis = 0) { const ss = ts.map(shp), n = ss[0].length; const a = axis < 0 ? axis + n + 1 : axis; if (a < 0 || a > n) throw new Error('ax'); for (const s of ss) if (s.length !== n || s.some((v, i) => i === 0 && v !== ss[0][i])) throw new Error('s'); const go = (xs, k) => k === 0 ? xs : xs[0].map((_, i) => go(xs.map(x => x[i]), k-1)); return structuredClone(go(ts, a)); }