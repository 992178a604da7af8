const shp = x => { const s = []; while (Array.isArray(x)) { s.push(x.length); x = x[0]; } return s; };
const flat = x => [x].flat(Infinity);
const build = (d, s) => { let p = 0; const f = k => k === s.length ? d[p++] : Array.from({length: s[k]}, () => f(k+1)); return f(0); };
const at = (d, s, ix) => { let p = 0; for (let k = 0; k < s.length; k++) p = p*s[k]+ix[k]; return d[p]; };
const each = (s) => { let out = [[]]; for (const n of s) { const o = []; for (const p of out) for (let i = 0; i < n; i++) o.push([...p, i]); out = o; } return out; };
export function reshape(x, shape) { const d = flat(x); const neg = shape.filter(v => v === -1).length; if (neg > 1) throw new Error('two'); const rest = shape.reduce((p, v) => v === -1 ? p : p*v, 1); const s = shape.map(v => v === -1 ? d.length/rest : v); if (s.reduce((p, v) => p*v, 1) > d.length || s.some(v => !Number.isInteger(v))) throw new Error('size'); return build(d, s); }