import { type Honest, right, throws, wrong } from './honest.ts';

/** Windows along one axis, with places to put something else. */
const AXIS = `
const axis = (n, k, s, same) => { const out = same ? Math.ceil(n / s) : Math.floor((n - k) / s) + 1; const pad = same ? Math.max((out - 1) * s + k - n, 0) : 0; return { out, before: Math.floor(pad / 2) }; };`;

export const convolution: Honest[] = [
  right(
    'averagePool2d',
    'products by weights 1/n',
    `export const averagePool2d = (x, { window: [a, b] = [2, 2], strides: [p, q] = [a, b], padding = 'valid' } = {}) => x.map((im) => { const H = im.length, W = im[0].length, same = padding === 'same'; const oh = same ? Math.ceil(H / p) : Math.floor((H - a) / p) + 1, ow = same ? Math.ceil(W / q) : Math.floor((W - b) / q) + 1; const t = same ? Math.floor(Math.max(0, (oh - 1) * p + a - H) / 2) : 0, l = same ? Math.floor(Math.max(0, (ow - 1) * q + b - W) / 2) : 0; return [...Array(oh).keys()].map((i) => [...Array(ow).keys()].map((j) => { const cells = im.slice(Math.max(0, i * p - t), Math.max(0, i * p - t + a)).flatMap((r) => r.slice(Math.max(0, j * q - l), Math.max(0, j * q - l + b))); const w = 1 / cells.length; return cells[0].map((_, c) => cells.reduce((s, v) => s + w * v[c], 0)); })); });`,
  ),
  right(
    'maxPool2d',
    'sorts',
    `export const maxPool2d = (x, { window: [a, b] = [2, 2], strides: [p, q] = [a, b], padding = 'valid' } = {}) => x.map((im) => { const H = im.length, W = im[0].length, same = padding === 'same'; const oh = same ? Math.ceil(H / p) : Math.floor((H - a) / p) + 1, ow = same ? Math.ceil(W / q) : Math.floor((W - b) / q) + 1; const t = same ? Math.floor(Math.max(0, (oh - 1) * p + a - H) / 2) : 0, l = same ? Math.floor(Math.max(0, (ow - 1) * q + b - W) / 2) : 0; return [...Array(oh).keys()].map((i) => [...Array(ow).keys()].map((j) => { const cells = im.slice(Math.max(0, i * p - t), i * p - t + a).flatMap((r) => r.slice(Math.max(0, j * q - l), j * q - l + b)); return cells[0].map((_, c) => cells.map((v) => v[c]).toSorted((u, v) => v - u)[0]); })); });`,
  ),
  wrong(
    'conv2d',
    'kernel-transposed',
    'throws unless square',
    `export function conv2d(x, kernel, bias, { strides = [1, 1], dilations = [1, 1], padding = 'valid' } = {}) { if (x[0][0][0].length !== kernel[0][0].length) throw new Error('c'); const [H, W, KH, KW] = [x[0].length, x[0][0].length, kernel.length, kernel[0].length]; const ax = (n, k, s, d) => { const e = (k - 1) * d + 1; if (padding !== 'same' && e > n) throw new Error('k'); const out = padding === 'same' ? Math.ceil(n / s) : Math.floor((n - e) / s) + 1; return [out, padding === 'same' ? Math.max(0, (out - 1) * s + e - n) >> 1 : 0]; }; const [oh, t] = ax(H, KH, strides[0], dilations[0]), [ow, l] = ax(W, KW, strides[1], dilations[1]); return x.map((im) => [...Array(oh).keys()].map((i) => [...Array(ow).keys()].map((j) => bias.map((b, o) => { let s = b; for (let u = 0; u < KH; u++) for (let v = 0; v < KW; v++) { const p = im[i * strides[0] - t + u * dilations[0]]?.[j * strides[1] - l + v * dilations[1]]; const k = kernel[v][u]; if (p) for (let c = 0; c < p.length; c++) s += p[c] * k[c][o]; } return s; })))); }`,
  ),
  wrong(
    'maxPool2d',
    null,
    'largest so far starts at 0',
    `export const maxPool2d = (x, { window: [a, b] = [2, 2], strides: [p, q] = [a, b], padding = 'valid' } = {}) => x.map((im) => { const H = im.length, W = im[0].length, same = padding === 'same'; const oh = same ? Math.ceil(H / p) : Math.floor((H - a) / p) + 1, ow = same ? Math.ceil(W / q) : Math.floor((W - b) / q) + 1; const t = same ? Math.floor(Math.max(0, (oh - 1) * p + a - H) / 2) : 0, l = same ? Math.floor(Math.max(0, (ow - 1) * q + b - W) / 2) : 0; return [...Array(oh).keys()].map((i) => [...Array(ow).keys()].map((j) => im[0][0].map((_, c) => { let best = 0; for (let u = 0; u < a; u++) for (let v = 0; v < b; v++) { const s = im[i * p - t + u]?.[j * q - l + v]?.[c]; if (s > best) best = s; } return best; }))); });`,
  ),
  wrong(
    'transposedConv2d',
    'stride-ignored',
    'size with the stride',
    `export function transposedConv2d(y, k, { strides: [a, b] = [1, 1], padding = 'valid' } = {}) { const [h, w, KH, KW, O] = [y[0].length, y[0][0].length, k.length, k[0].length, k[0][0].length], same = padding === 'same'; const H = same ? h * a : (h - 1) * a + Math.max(KH, a), W = same ? w * b : (w - 1) * b + Math.max(KW, b), t = same ? Math.max(KH - a, 0) >> 1 : 0, l = same ? Math.max(KW - b, 0) >> 1 : 0; return y.map((im) => { const x = Array.from({ length: H }, () => Array.from({ length: W }, () => Array(O).fill(0))); im.forEach((r, i) => r.forEach((p, j) => k.forEach((kr, u) => kr.forEach((kp, v) => { const q = x[i + u - t]?.[j + v - l]; if (q) kp.forEach((c, o) => { c.forEach((z, n) => { q[o] += z * p[n]; }); }); })))); return x; }); }`,
  ),
  wrong(
    'transposedConv2d',
    'channels-swapped',
    'throws unless equal',
    `export function transposedConv2d(y, k, { strides: [a, b] = [1, 1], padding = 'valid' } = {}) { if (k[0][0].length !== y[0][0][0].length) throw new Error('channels'); const [h, w, KH, KW, O] = [y[0].length, y[0][0].length, k.length, k[0].length, k[0][0][0].length], same = padding === 'same'; const H = same ? h * a : (h - 1) * a + Math.max(KH, a), W = same ? w * b : (w - 1) * b + Math.max(KW, b), t = same ? Math.max(KH - a, 0) >> 1 : 0, l = same ? Math.max(KW - b, 0) >> 1 : 0; return y.map((im) => { const x = Array.from({ length: H }, () => Array.from({ length: W }, () => Array(O).fill(0))); im.forEach((r, i) => r.forEach((p, j) => k.forEach((kr, u) => kr.forEach((kp, v) => { const q = x[i * a + u - t]?.[j * b + v - l]; if (q) p.forEach((z, n) => kp[n].forEach((c, o) => { q[o] += z * c; })); })))); return x; }); }`,
  ),
  wrong(
    'transposedConv2d',
    null,
    'right where channels are equal',
    `export function transposedConv2d(y, k, { strides: [a, b] = [1, 1], padding = 'valid' } = {}) { const C = y[0][0][0].length, [h, w, KH, KW, O] = [y[0].length, y[0][0].length, k.length, k[0].length, k[0][0].length], same = padding === 'same'; const H = same ? h * a : (h - 1) * a + Math.max(KH, a), W = same ? w * b : (w - 1) * b + Math.max(KW, b), t = same ? Math.max(KH - a, 0) >> 1 : 0, l = same ? Math.max(KW - b, 0) >> 1 : 0; return y.map((im) => { const x = Array.from({ length: H }, () => Array.from({ length: W }, () => Array(O).fill(0))); im.forEach((r, i) => r.forEach((p, j) => k.forEach((kr, u) => kr.forEach((kp, v) => { const q = x[i * a + u - t]?.[j * b + v - l]; if (q) kp.forEach((c, o) => { for (let n = 0; n < Math.min(C, O); n++) q[o] += c[n] * p[n]; }); })))); return x; }); }`,
  ),
  ...conv2d(),
  ...pools(),
  ...transposed(),
];

function conv2d(): Honest[] {
  const code = ({
    before = 'Math.floor(pad / 2)',
    pad = 'Math.max((out - 1) * s + k - n, 0)',
    out = 'Math.ceil(n / s)',
    at = 'kernel[u][v]',
    row = 'i * sh + u * dh - top.before',
    column = 'j * sw + v * dw - left.before',
    start = 'bias[o]',
    first = '',
    options = 'strides = [1, 1], dilations = [1, 1], padding = "valid"',
    tail = '= {}',
    images = 'x',
    guard = 'if (padding === "valid" && (kh > x[0].length || kw > x[0][0].length)) throw new Error("kernel too large");',
    sum = 'pixel.reduce((s, p, c) => s + p * w[c][o], 0)',
    result = 'acc',
  }): string => `
export function conv2d(x, kernel, bias, { ${options} } ${tail}) {
  ${first}
  if (x[0][0][0].length !== kernel[0][0].length) throw new Error('channels');
  const [sh, sw] = strides, [dh, dw] = dilations, same = padding === 'same';
  const kh = (kernel.length - 1) * dh + 1, kw = (kernel[0].length - 1) * dw + 1;
  ${guard}
  const side = (n, k, s) => { const out = same ? ${out} : Math.floor((n - k) / s) + 1; const pad = same ? ${pad} : 0; return { out, before: ${before} }; };
  const H = x[0].length, W = x[0][0].length, top = side(H, kh, sh), left = side(W, kw, sw);
  return ${images}.map((image) => Array.from({ length: top.out }, (_, i) => Array.from({ length: left.out }, (_, j) => bias.map((_, o) => {
    let acc = ${start};
    for (let u = 0; u < kernel.length; u++) for (let v = 0; v < kernel[0].length; v++) {
      const pixel = image[${row}]?.[${column}], w = ${at};
      if (pixel) acc += ${sum};
    }
    return ${result};
  }))));
}`;
  return [
    right('conv2d', 'optional chaining', code({})),
    right(
      'conv2d',
      'im2col',
      `
const dot = (a, b) => a.reduce((s, v, k) => s + v * b[k], 0);
export const conv2d = (x, kernel, bias, options = {}) => {
  const { strides: [sh, sw] = [1, 1], dilations: [dh, dw] = [1, 1], padding = 'valid' } = options;
  const [KH, KW, C, O] = [kernel.length, kernel[0].length, kernel[0][0].length, bias.length], [H, W] = [x[0].length, x[0][0].length];
  if (x[0][0][0].length !== C) throw new Error('channels');
  const eh = KH + (KH - 1) * (dh - 1), ew = KW + (KW - 1) * (dw - 1);
  let img = x;
  if (padding === 'same') {
    const ph = Math.max(0, (Math.ceil(H / sh) - 1) * sh + eh - H), pw = Math.max(0, (Math.ceil(W / sw) - 1) * sw + ew - W);
    const zero = () => Array(C).fill(0), t = ph >> 1, l = pw >> 1;
    const blank = () => Array.from({ length: W + pw }, zero);
    img = x.map((im) => [...Array.from({ length: t }, blank), ...im.map((r) => [...Array.from({ length: l }, zero), ...r, ...Array.from({ length: pw - l }, zero)]), ...Array.from({ length: ph - t }, blank)]);
  } else if (eh > H || ew > W) throw new Error('too large');
  const weights = Array.from({ length: O }, (_, o) => kernel.flatMap((r) => r.flatMap((p) => p.map((c) => c[o]))));
  return img.map((im) => { const rows = []; for (let i = 0; i + eh <= im.length; i += sh) { const row = []; for (let j = 0; j + ew <= im[0].length; j += sw) { const patch = kernel.flatMap((r, u) => r.flatMap((_, v) => im[i + u * dh][j + v * dw])); row.push(weights.map((w, o) => dot(w, patch) + bias[o])); } rows.push(row); } return rows; });
};`,
    ),
    right(
      'conv2d',
      'flat typed arrays, scatter from the input',
      `
type Options = { strides?: [number, number]; dilations?: [number, number]; padding?: 'valid' | 'same' };
export function conv2d(x: number[][][][], kernel: number[][][][], bias: number[], options?: Options): Float64Array[][][] {
  const [sh, sw] = options?.strides ?? [1, 1], [dh, dw] = options?.dilations ?? [1, 1];
  const H = x[0].length, W = x[0][0].length, C = x[0][0][0].length, KH = kernel.length, KW = kernel[0].length, O = bias.length;
  if (kernel[0][0].length !== C) throw new TypeError('kernel has other channels');
  const eh = dh * (KH - 1) + 1, ew = dw * (KW - 1) + 1, same = options?.padding === 'same';
  if (!same && (eh > H || ew > W)) throw new RangeError('kernel');
  const OH = same ? Math.ceil(H / sh) : Math.ceil((H - eh + 1) / sh), OW = same ? Math.ceil(W / sw) : Math.ceil((W - ew + 1) / sw);
  const t = same ? Math.max(0, (OH - 1) * sh + eh - H) >>> 1 : 0, l = same ? Math.max(0, (OW - 1) * sw + ew - W) >>> 1 : 0;
  return x.map((image) => {
    const out = new Float64Array(OH * OW * O);
    for (let r = 0; r < H; r++) for (let s = 0; s < W; s++) for (let u = 0; u < KH; u++) for (let v = 0; v < KW; v++) {
      const a = r + t - u * dh, b = s + l - v * dw;
      if (a % sh || b % sw || a < 0 || b < 0 || a / sh >= OH || b / sw >= OW) continue;
      const base = ((a / sh) * OW + b / sw) * O;
      for (let c = 0; c < C; c++) for (let o = 0; o < O; o++) out[base + o] += image[r][s][c] * kernel[u][v][c][o];
    }
    return Array.from({ length: OH }, (_, i) => Array.from({ length: OW }, (_, j) => out.slice((i * OW + j) * O, (i * OW + j + 1) * O).map((z, o) => z + bias[o])));
  });
}`,
    ),
    right('conv2d', 'does not refuse too large a kernel', code({ guard: '' }), 'errors'),
    wrong('conv2d', 'kernel-flipped', 'convolution', code({ at: 'kernel.at(-1 - u).at(-1 - v)' })),
    wrong('conv2d', 'padding-before', 'half up', code({ before: '(pad + 1) >> 1' })),
    wrong('conv2d', 'padding-without-stride', 'k - 1', code({ pad: 'k - 1' })),
    wrong('conv2d', 'strides-swapped', 'width first', code({ first: '[strides] = [[strides[1], strides[0]]];' })),
    wrong('conv2d', 'dilation-ignored', 'dense', code({ first: 'dilations = [1, 1];' })),
    wrong('conv2d', 'bias-ignored', 'from 0', code({ start: '0' })),
    wrong('conv2d', 'first-channel-only', 'grey', code({ sum: 'pixel[0] * w[0][o]' })),
    wrong(
      'conv2d',
      'kernel-transposed',
      'width first',
      code({ first: 'kernel = kernel[0].map((_, v) => kernel.map((r) => r[v]));' }),
    ),
    wrong('conv2d', null, 'rectified', code({ result: 'Math.max(0, acc)' })),
    wrong('conv2d', null, 'same rounds down', code({ out: 'Math.floor(n / s)' })),
    wrong(
      'conv2d',
      null,
      'default padding same',
      code({ options: 'strides = [1, 1], dilations = [1, 1], padding = "same"' }),
    ),
    wrong(
      'conv2d',
      null,
      'dilation of the height for both',
      code({ first: 'dilations = [dilations[0], dilations[0]];' }),
    ),
    wrong(
      'conv2d',
      null,
      'dilation ignored where the stride is 1',
      code({ first: 'if (strides[0] === 1 && strides[1] === 1 && dilations[0] !== dilations[1]) dilations = [1, 1];' }),
    ),
    wrong('conv2d', null, 'stride of the height for both', code({ first: 'strides = [strides[0], strides[0]];' })),
    wrong('conv2d', null, 'first image only', code({ images: 'x.slice(0, 1)' })),
    wrong('conv2d', null, 'first image for all', code({ images: 'x.map(() => x[0])' })),
    wrong('conv2d', null, 'first bias for all', code({ start: 'bias[0]' })),
    wrong(
      'conv2d',
      null,
      'bias for each tap',
      code({ sum: 'pixel.reduce((s, p, c) => s + p * w[c][o], bias[o])', start: '0' }),
    ),
    wrong('conv2d', null, 'flipped in one direction', code({ at: 'kernel[u].at(-1 - v)' })),
    wrong('conv2d', null, 'padding top only for odd', code({ before: 'pad - Math.floor(pad / 4)' })),
    wrong('conv2d', null, 'full padding', code({ pad: '2 * (k - 1)' })),
    wrong(
      'conv2d',
      null,
      'depthwise where channels are equal',
      code({
        sum: '(pixel.length === bias.length && bias.length > 1 ? pixel[o] * w[o][o] : pixel.reduce((s, p, c) => s + p * w[c][o], 0))',
      }),
    ),
    wrong(
      'conv2d',
      null,
      'channels first',
      code({ result: 'acc' })
        .replace('return x.map((image)', 'const nhwc = x.map((image)')
        .replace(
          /}\)\)\)\);\n}$/,
          '}))));\n  return nhwc.map((im) => bias.map((_, o) => im.map((r) => r.map((p) => p[o]))));\n}',
        ),
    ),
    wrong('conv2d', null, 'float32', code({ result: 'Math.fround(acc)' })),
    wrong(
      'conv2d',
      null,
      'kernel of the first call',
      `let kept;${code({ first: 'if (!kept || kept[0][0].length !== kernel[0][0].length || kept.length !== kernel.length || kept[0].length !== kernel[0].length || kept[0][0][0].length !== kernel[0][0][0].length) kept = kernel; kernel = kept;' })}`,
    ),
    throws(
      'conv2d',
      'options must be complete',
      code({
        options: 'strides, dilations, padding',
        tail: '= { strides: [1, 1], dilations: [1, 1], padding: "valid" }',
      }),
    ),
    throws(
      'conv2d',
      'refuses kernels larger than the image under same',
      code({ guard: 'if (kh > x[0].length || kw > x[0][0].length) throw new Error("kernel too large");' }),
    ),
    throws(
      'conv2d',
      'wants odd kernels',
      code({
        guard:
          'if (kernel.length % 2 === 0) throw new Error("even"); if (padding === "valid" && (kh > x[0].length || kw > x[0][0].length)) throw new Error("kernel too large");',
      }),
    ),
  ];
}

function pools(): Honest[] {
  const pool = (
    name: string,
    {
      start = '',
      fold = '',
      window = 'window = [2, 2]',
      strides = 'strides = window',
      before = 'Math.floor(pad / 2)',
      first = '',
      images = 'x',
      tail = '= {}',
      padding = 'padding = "valid"',
      out = 'Math.ceil(n / s)',
    },
  ): string => `
export function ${name}(x, { ${window}, ${strides}, ${padding} } ${tail}) {
  ${first}
  const same = padding === 'same', H = x[0].length, W = x[0][0].length, C = x[0][0][0].length;
  const side = (n, k, s) => { const out = same ? ${out} : Math.floor((n - k) / s) + 1; const pad = same ? Math.max((out - 1) * s + k - n, 0) : 0; return { out, before: ${before} }; };
  const top = side(H, window[0], strides[0]), left = side(W, window[1], strides[1]);
  return ${images}.map((im) => Array.from({ length: top.out }, (_, i) => Array.from({ length: left.out }, (_, j) => Array.from({ length: C }, (_, c) => {
    const inside = [];
    let outside = 0;
    for (let u = 0; u < window[0]; u++) for (let v = 0; v < window[1]; v++) {
      const p = im[i * strides[0] + u - top.before]?.[j * strides[1] + v - left.before]?.[c];
      if (p === undefined) outside++; else inside.push(p);
    }
    ${start}
    return ${fold};
  }))));
}`;
  const MAX = { fold: 'Math.max(...inside)' };
  const MEAN = { fold: 'inside.reduce((a, b) => a + b, 0) / inside.length' };
  const common = (name: string, fold: { fold: string }): Honest[] => [
    right(name, 'windows listed', pool(name, fold)),
    wrong(name, 'stride-one', 'one pixel on', pool(name, { ...fold, first: 'strides = [1, 1];' })),
    wrong(
      name,
      null,
      'default window 3',
      pool(name, { ...fold, window: 'window = [3, 3]' }).replace(
        'const same',
        'if (window[0] > x[0].length || window[1] > x[0][0].length) window = [1, 1]; const same',
      ),
    ),
    wrong(name, null, 'default strides 2', pool(name, { ...fold, strides: 'strides = [2, 2]' })),
    wrong(name, 'stride-one', 'default strides 1', pool(name, { ...fold, strides: 'strides = [1, 1]' })),
    wrong(name, null, 'odd padding on top', pool(name, { ...fold, before: 'Math.ceil(pad / 2)' })),
    wrong(
      name,
      null,
      'same ignored',
      pool(name, { ...fold, first: 'if (window[0] <= x[0].length && window[1] <= x[0][0].length) padding = "valid";' }),
    ),
    wrong(name, null, 'all padding at the bottom', pool(name, { ...fold, before: '0' })),
    wrong(name, null, 'over channels too', pool(name, fold).replace('?.[c];', '?.[0];')),
    wrong(name, null, 'first image only', pool(name, { ...fold, images: 'x.slice(0, 1)' })),
    wrong(name, null, 'strides swapped', pool(name, { ...fold, first: 'strides = [...strides].reverse();' })),
    wrong(
      name,
      null,
      'windows beyond the edge where valid',
      pool(name, { ...fold }).replace(': Math.floor((n - k) / s) + 1;', ': Math.ceil((n - k) / s) + 1;'),
    ),
    wrong(
      name,
      null,
      'square window from its height',
      pool(name, {
        ...fold,
        first: 'if (window[0] !== window[1]) window = [Math.min(...window), Math.min(...window)];',
      }),
    ),
    throws(name, 'options must be there', pool(name, { ...fold, tail: '' })),
  ];
  return [
    ...common('maxPool2d', MAX),
    right(
      'maxPool2d',
      'rows first, then columns',
      `${AXIS}
export const maxPool2d = (x, o) => {
  const [kh, kw] = o?.window ?? [2, 2], [sh, sw] = o?.strides ?? [kh, kw], same = o?.padding === 'same';
  const top = axis(x[0].length, kh, sh, same), left = axis(x[0][0].length, kw, sw, same);
  const best = (list) => list.reduce((a, b) => a.map((v, c) => (v > b[c] ? v : b[c])));
  return x.map((im) => {
    const rows = im.map((r) => [...Array(left.out).keys()].map((j) => best(r.slice(Math.max(0, j * sw - left.before), j * sw - left.before + kw))));
    return [...Array(top.out).keys()].map((i) => { const band = rows.slice(Math.max(0, i * sh - top.before), i * sh - top.before + kh); return rows[0].map((_, j) => best(band.map((r) => r[j]))); });
  });
};`,
    ),
    right(
      'maxPool2d',
      'typed, from -Infinity',
      `
export function maxPool2d(x: number[][][][], { window: [kh, kw] = [2, 2], strides: [sh, sw] = [kh, kw], padding = 'valid' }: any = {}) {
  const H = x[0].length, W = x[0][0].length, same = padding === 'same';
  const oh = same ? Math.ceil(H / sh) : Math.trunc((H - kh) / sh + 1), ow = same ? Math.ceil(W / sw) : Math.trunc((W - kw) / sw + 1);
  const pt = same ? Math.trunc(Math.max(0, (oh - 1) * sh + kh - H) / 2) : 0, pl = same ? Math.trunc(Math.max(0, (ow - 1) * sw + kw - W) / 2) : 0;
  return x.map((im) => {
    const y = Array.from({ length: oh }, () => Array.from({ length: ow }, () => new Float64Array(im[0][0].length).fill(-Infinity)));
    for (let i = 0; i < oh; i++) for (let j = 0; j < ow; j++) for (let r = Math.max(0, i * sh - pt); r < Math.min(H, i * sh - pt + kh); r++) for (let s = Math.max(0, j * sw - pl); s < Math.min(W, j * sw - pl + kw); s++) im[r][s].forEach((v, c) => { if (y[i][j][c] < v) y[i][j][c] = v; });
    return y;
  });
}`,
    ),
    wrong(
      'maxPool2d',
      'zero-padding-counted',
      'zeros around',
      pool('maxPool2d', { fold: 'Math.max(...inside, ...(outside ? [0] : []))' }),
    ),
    wrong('maxPool2d', 'average', 'mean', pool('maxPool2d', MEAN)),
    wrong(
      'maxPool2d',
      'window-transposed',
      'width first',
      pool('maxPool2d', {
        ...MAX,
        first: 'const given = window; window = [given[1], given[0]]; if (strides === given) strides = window;',
      }),
    ),
    wrong('maxPool2d', null, 'minimum', pool('maxPool2d', { fold: 'Math.min(...inside)' })),
    wrong(
      'maxPool2d',
      null,
      'of sizes',
      pool('maxPool2d', { fold: 'inside.reduce((a, b) => (Math.abs(b) > Math.abs(a) ? b : a))' }),
    ),
    wrong('maxPool2d', null, 'never below 0', pool('maxPool2d', { fold: 'Math.max(0, ...inside)' })),
    wrong('maxPool2d', null, 'the first of the window', pool('maxPool2d', { fold: 'inside[0]' })),
    ...common('averagePool2d', MEAN),
    right(
      'averagePool2d',
      'summed areas',
      `
export const averagePool2d = (x, o = {}) => {
  const { window = [2, 2], padding } = o, { strides = window } = o, same = padding === 'same';
  const [H, W, C] = [x[0].length, x[0][0].length, x[0][0][0].length];
  const span = (n, k, s) => { const out = same ? Math.ceil(n / s) : Math.floor((n - k) / s) + 1; const lead = same ? Math.floor(Math.max((out - 1) * s + k - n, 0) / 2) : 0; return Array.from({ length: out }, (_, i) => [Math.max(0, i * s - lead), Math.min(n, i * s - lead + k)]); };
  return x.map((im) => {
    const S = Array.from({ length: H + 1 }, () => Array.from({ length: W + 1 }, () => Array(C).fill(0)));
    for (let i = 0; i < H; i++) for (let j = 0; j < W; j++) for (let c = 0; c < C; c++) S[i + 1][j + 1][c] = im[i][j][c] + S[i][j + 1][c] + S[i + 1][j][c] - S[i][j][c];
    return span(H, window[0], strides[0]).map(([a, b]) => span(W, window[1], strides[1]).map(([p, q]) => S[b][q].map((v, c) => (v - S[a][q][c] - S[b][p][c] + S[a][p][c]) / ((b - a) * (q - p)))));
  });
};`,
    ),
    right(
      'averagePool2d',
      'running mean, typed',
      `
class Mean { n = 0; constructor(public m: Float64Array) {} add(p: number[]) { this.n++; p.forEach((v, c) => { this.m[c] += (v - this.m[c]) / this.n; }); } }
export function averagePool2d(x: number[][][][], options: { window?: number[]; strides?: number[]; padding?: string } = {}) {
  const window = options.window || [2, 2], strides = options.strides || window, size = [x[0].length, x[0][0].length];
  const same = options.padding === 'same';
  const out = size.map((n, d) => (same ? Math.ceil(n / strides[d]) : 1 + Math.floor((n - window[d]) / strides[d])));
  const pad = size.map((n, d) => (same ? Math.floor(Math.max(0, (out[d] - 1) * strides[d] + window[d] - n) / 2) : 0));
  return x.map((im) => Array.from({ length: out[0] }, (_, i) => Array.from({ length: out[1] }, (_, j) => { const mean = new Mean(new Float64Array(im[0][0].length)); for (let u = window[0]; u--; ) for (let v = window[1]; v--; ) { const p = im[i * strides[0] - pad[0] + u]?.[j * strides[1] - pad[1] + v]; p && mean.add(p); } return mean.m; })));
}`,
    ),
    wrong(
      'averagePool2d',
      'padding-counted',
      'by the window',
      pool('averagePool2d', { fold: 'inside.reduce((a, b) => a + b, 0) / (inside.length + outside)' }),
    ),
    wrong('averagePool2d', 'maximum', 'max', pool('averagePool2d', MAX)),
    wrong('averagePool2d', null, 'sum', pool('averagePool2d', { fold: 'inside.reduce((a, b) => a + b, 0)' })),
    wrong(
      'averagePool2d',
      null,
      'divided by four',
      pool('averagePool2d', { fold: 'inside.reduce((a, b) => a + b, 0) / 4' }),
    ),
    wrong(
      'averagePool2d',
      null,
      'middle of least and most',
      pool('averagePool2d', { fold: '(Math.max(...inside) + Math.min(...inside)) / 2' }),
    ),
  ];
}

function transposed(): Honest[] {
  const code = ({
    at = 'kernel[u][v]',
    cut = 'Math.floor(Math.max(k - s, 0) / 2)',
    size = 'same ? n * s : (n - 1) * s + Math.max(k, s)',
    first = '',
    weight = 'w[o][c]',
    out = 'kernel[0][0].length',
    options = 'strides = [1, 1], padding = "valid"',
    tail = '= {}',
    row = 'i * strides[0]',
    column = 'j * strides[1]',
    images = 'y',
  }): string => `
export function transposedConv2d(y, kernel, { ${options} } ${tail}) {
  ${first}
  const same = padding === 'same', h = y[0].length, w0 = y[0][0].length, O = ${out};
  const side = (n, k, s) => ({ n: ${size}, cut: same ? ${cut} : 0 });
  const rows = side(h, kernel.length, strides[0]), columns = side(w0, kernel[0].length, strides[1]);
  return ${images}.map((im) => {
    const x = Array.from({ length: rows.n }, () => Array.from({ length: columns.n }, () => Array(O).fill(0)));
    im.forEach((r, i) => r.forEach((pixel, j) => {
      for (let u = 0; u < kernel.length; u++) for (let v = 0; v < kernel[0].length; v++) {
        const target = x[${row} + u - rows.cut]?.[${column} + v - columns.cut], w = ${at};
        if (target) for (let o = 0; o < O; o++) for (let c = 0; c < pixel.length; c++) target[o] += ${weight} * pixel[c];
      }
    }));
    return x;
  });
}`;
  return [
    right('transposedConv2d', 'scatter', code({})),
    right(
      'transposedConv2d',
      'gather, reduce',
      `
export const transposedConv2d = (y, kernel, options = {}) => {
  const { strides: [sh, sw] = [1, 1], padding } = options, KH = kernel.length, KW = kernel[0].length, h = y[0].length, w = y[0][0].length, same = padding === 'same';
  const H = same ? h * sh : (h - 1) * sh + Math.max(KH, sh), W = same ? w * sw : (w - 1) * sw + Math.max(KW, sw);
  const pt = same ? Math.max(0, KH - sh) >> 1 : 0, pl = same ? Math.max(0, KW - sw) >> 1 : 0;
  const range = (n) => [...Array(n).keys()];
  return y.map((im) => range(H).map((r) => range(W).map((s) => kernel[0][0].map((_, o) => range(KH).reduce((all, u) => range(KW).reduce((sum, v) => {
    const pixel = im[(r + pt - u) / sh]?.[(s + pl - v) / sw];
    return pixel ? kernel[u][v][o].reduce((q, k, c) => q + k * pixel[c], sum) : sum;
  }, all), 0)))));
};`,
    ),
    right(
      'transposedConv2d',
      'zeros between, flipped kernel',
      `
type T = number[][][][];
export function transposedConv2d(y: T, kernel: T, options?: { strides?: [number, number]; padding?: 'valid' | 'same' }): Float64Array[][][] {
  const [sh, sw] = options?.strides ?? [1, 1], KH = kernel.length, KW = kernel[0].length, O = kernel[0][0].length, C = y[0][0][0].length;
  const full = y.map((im) => {
    const H = (im.length - 1) * sh + 1 + 2 * (KH - 1), W = (im[0].length - 1) * sw + 1 + 2 * (KW - 1);
    const wide = Array.from({ length: H }, () => Array.from({ length: W }, () => new Float64Array(C)));
    im.forEach((r, i) => r.forEach((p, j) => wide[i * sh + KH - 1][j * sw + KW - 1].set(p)));
    return Array.from({ length: H - KH + 1 }, (_, i) => Array.from({ length: W - KW + 1 }, (_, j) => Float64Array.from({ length: O }, (_, o) => { let s = 0; for (let u = 0; u < KH; u++) for (let v = 0; v < KW; v++) for (let c = 0; c < C; c++) s += wide[i + u][j + v][c] * kernel[KH - 1 - u][KW - 1 - v][o][c]; return s; })));
  });
  const fit = <A>(list: A[], n: number, from: number, blank: () => A): A[] => Array.from({ length: n }, (_, i) => list[i + from] ?? blank());
  const same = options?.padding === 'same', h = y[0].length, w = y[0][0].length;
  const H = same ? h * sh : Math.max((h - 1) * sh + KH, h * sh), W = same ? w * sw : Math.max((w - 1) * sw + KW, w * sw);
  const t = same ? Math.floor(Math.max(KH - sh, 0) / 2) : 0, l = same ? Math.floor(Math.max(KW - sw, 0) / 2) : 0;
  const zero = () => new Float64Array(O);
  return full.map((im) => fit(im.map((r) => fit(r, W, l, zero)), H, t, () => Array.from({ length: W }, zero)));
}`,
    ),
    wrong(
      'transposedConv2d',
      'kernel-flipped',
      'turned',
      code({ at: 'kernel[kernel.length - 1 - u][kernel[0].length - 1 - v]' }),
    ),
    wrong('transposedConv2d', 'stride-ignored', 'always 1', code({ first: 'strides = [1, 1];' })),
    wrong('transposedConv2d', 'crop-before', 'half up', code({ cut: 'Math.ceil(Math.max(k - s, 0) / 2)' })),
    wrong(
      'transposedConv2d',
      'channels-swapped',
      'as conv2d',
      code({ out: 'kernel[0][0][0].length', weight: '(w[c]?.[o] ?? NaN)' }),
    ),
    wrong('transposedConv2d', null, 'valid without the stride', code({ size: 'same ? n * s : (n - 1) * s + k' })),
    wrong(
      'transposedConv2d',
      null,
      'same as large as the input',
      code({ size: 'same ? n : (n - 1) * s + Math.max(k, s)' }),
    ),
    wrong('transposedConv2d', null, 'nothing cut off in front', code({ cut: '0' })),
    wrong(
      'transposedConv2d',
      null,
      'kernel transposed',
      code({ first: 'kernel = kernel[0].map((_, v) => kernel.map((r) => r[v]));' }),
    ),
    wrong('transposedConv2d', null, 'strides swapped', code({ first: 'strides = [strides[1], strides[0]];' })),
    wrong('transposedConv2d', null, 'first channel only', code({ weight: '(c > 0 ? 0 : 1) * w[o][c]' })),
    wrong(
      'transposedConv2d',
      null,
      'stride of the rows for both',
      code({ first: 'strides = [strides[0], strides[0]];' }),
    ),
    wrong('transposedConv2d', null, 'overwrites', code({}).replace('target[o] +=', 'target[o] =')),
    wrong('transposedConv2d', null, 'first image only', code({ images: 'y.slice(0, 1)' })),
    wrong('transposedConv2d', null, 'default same', code({ options: 'strides = [1, 1], padding = "same"' })),
    wrong(
      'transposedConv2d',
      null,
      'averaged where prints overlap',
      code({ weight: '(strides[0] < kernel.length ? 0.5 : 1) * w[o][c]' }),
    ),
    throws('transposedConv2d', 'options must be there', code({ tail: '' })),
  ];
}
