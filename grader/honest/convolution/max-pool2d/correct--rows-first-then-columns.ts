const axis = (n, k, s, same) => { const out = same ? Math.ceil(n / s) : Math.floor((n - k) / s) + 1; const pad = same ? Math.max((out - 1) * s + k - n, 0) : 0; return { out, before: Math.floor(pad / 2) }; };
export const maxPool2d = (x, o) => {
  const [kh, kw] = o?.window ?? [2, 2], [sh, sw] = o?.strides ?? [kh, kw], same = o?.padding === 'same';
  const top = axis(x[0].length, kh, sh, same), left = axis(x[0][0].length, kw, sw, same);
  const best = (list) => list.reduce((a, b) => a.map((v, c) => (v > b[c] ? v : b[c])));
  return x.map((im) => {
    const rows = im.map((r) => [...Array(left.out).keys()].map((j) => best(r.slice(Math.max(0, j * sw - left.before), j * sw - left.before + kw))));
    return [...Array(top.out).keys()].map((i) => { const band = rows.slice(Math.max(0, i * sh - top.before), i * sh - top.before + kh); return rows[0].map((_, j) => best(band.map((r) => r[j]))); });
  });
};
