const shp = x => { const s = []; while (Array.isArray(x)) { s.push(x.length); x = x[0]; } return s; };
const flat = x => [x].flat(Infinity);
const build = (d, s) => { let p = 0; const f = k => k === s.length ? d[p++] : Array.from({length: s[k]}, () => f(k+1)); return f(0); };
const at = (d, s, ix) => { let p = 0; for (let k = 0; k < s.length; k++) p = p*s[k]+ix[k]; return d[p]; };
const each = (s) => { let out = [[]]; for (const n of s) { const o = []; for (const p of out) for (let i = 0; i < n; i++) o.push([...p, i]); out = o; } return out; };
export function squeeze(x, axes) { const s = shp(x), n = s.length; const ax = axes ? axes.map(a => { if (a < -n || a >= n || !Number.isInteger(a)) throw new Error('a'); const k = a < 0 ? a + n : a; if (s[k] !== 1) throw new Error('1'); return k; }) : s.map((_, i) => i).filter(i => s[i] === 1); if (axes && axes.length > 2) throw 1; return build(flat(x), s.filter((_, i) => !ax.includes(i))); }