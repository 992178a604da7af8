export function maxPool2d(x, { window = [2, 2], strides = window, padding = "valid" } = {}) {
  if (window[0] <= x[0].length && window[1] <= x[0][0].length) padding = "valid";
  const same = padding === 'same', H = x[0].length, W = x[0][0].length, C = x[0][0][0].length;
  const side = (n, k, s) => { const out = same ? Math.ceil(n / s) : Math.floor((n - k) / s) + 1; const pad = same ? Math.max((out - 1) * s + k - n, 0) : 0; return { out, before: Math.floor(pad / 2) }; };
  const top = side(H, window[0], strides[0]), left = side(W, window[1], strides[1]);
  return x.map((im) => Array.from({ length: top.out }, (_, i) => Array.from({ length: left.out }, (_, j) => Array.from({ length: C }, (_, c) => {
    const inside = [];
    let outside = 0;
    for (let u = 0; u < window[0]; u++) for (let v = 0; v < window[1]; v++) {
      const p = im[i * strides[0] + u - top.before]?.[j * strides[1] + v - left.before]?.[c];
      if (p === undefined) outside++; else inside.push(p);
    }
    
    return Math.max(...inside);
  }))));
}
