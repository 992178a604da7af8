import type { Equivalent } from './equivalence.ts';

/** What stands behind the end of a typed array is read as undefined and written to without effect. */
const BEHIND = 'the extra turn writes behind the end of the new array alone, which a typed array ignores';
const WRITTEN_AGAIN =
  'the extra turn of a row writes to the start of the next row, which is written afterwards, or behind the end of the array';
const CUT_OFF = 'the fraction is cut off: `at`, `slice` and `Array.from` take whole numbers';
const CHECKED = 'the same argument has been checked before, under the same name';

/** Survivors that no legal input can tell from the original, each with its proof. */
export const EQUIVALENTS: readonly Equivalent[] = [
  ...oneTurnMore(
    'reference/backprop/backprop.ts',
    'for (let sample = 0; sample < B; sample++) {',
    'sample < B',
    BEHIND,
  ),
  ...oneTurnMore('reference/backprop/backprop.ts', 'for (let i = 0; i < m; i++) {', 'i < m', WRITTEN_AGAIN),
  ...oneTurnMore('reference/backprop/bias-gradient.ts', 'for (let i = 0; i < n; i++) {', 'i < n', BEHIND),
  ...oneTurnMore('reference/backprop/weight-gradient.ts', 'for (let j = 0; j < m; j++) {', 'j < m', BEHIND),
  ...oneTurnMore('reference/backprop/weight-gradient.ts', 'for (let i = 0; i < n; i++) {', 'i < n', WRITTEN_AGAIN),
  ...oneTurnMore('reference/losses/categorical-cross-entropy.ts', 'for (let n = 0; n < N; n++) {', 'n < N', BEHIND, 2),
  ...oneTurnMore('reference/optimizers/nesterov.ts', 'for (let i = 0; i < n; i++) {', 'i < n', BEHIND),
  ...oneTurnMore('reference/perceptron/append-bias-column.ts', 'for (let n = 0; n < B; n++) {', 'n < B', BEHIND),
  ...oneTurnMore(
    'reference/perceptron/append-bias-column.ts',
    'for (let i = 0; i < m; i++) augmented.set(n, i, x.get(n, i));',
    'i < m',
    'the extra turn writes to the last column, which gets its 1 afterwards',
  ),
  ...oneTurnMore(
    'reference/perceptron/dense-layer.ts',
    'for (let sample = 0; sample < B; sample++) {',
    'sample < B',
    BEHIND,
    2,
  ),
  ...oneTurnMore('reference/perceptron/dense-layer.ts', 'for (let j = 0; j < n; j++) {', 'j < n', WRITTEN_AGAIN, 2),
  ...oneTurnMore('reference/recurrent/lstm-gates.ts', 'for (let n = 0; n < B; n++) {', 'n < B', BEHIND, 1),
  ...oneTurnMore(
    'reference/recurrent/lstm-gates.ts',
    'for (let j = 0; j < units; j++) {',
    'j < units',
    WRITTEN_AGAIN,
    1,
  ),
  ...oneTurnMore(
    'reference/recurrent/lstm.ts',
    'for (let n = 0; n < B; n++) for (let k = 0; k < width; k++) step.set(n, k, sequence.get(n, t, k));',
    'n < B',
    BEHIND,
  ),
  ...oneTurnMore(
    'reference/recurrent/lstm.ts',
    'for (let n = 0; n < B; n++) for (let k = 0; k < width; k++) step.set(n, k, sequence.get(n, t, k));',
    'k < width',
    WRITTEN_AGAIN,
  ),
  ...oneTurnMore(
    'reference/recurrent/lstm.ts',
    'for (let n = 0; n < B; n++) for (let k = 0; k < width; k++) sequence.set(n, t, k, step.get(n, k));',
    'n < B',
    BEHIND,
  ),
  ...oneTurnMore(
    'reference/recurrent/shared/lstm-weights.ts',
    'for (let r = 0; r < units + features; r++) w.set(r, j, from.weights.w.get(from.row(r), from.column(j)));',
    'r < units + features',
    BEHIND,
  ),
  ...oneTurnMore('reference/training/batch-gradient.ts', 'for (let p = 0; p < P; p++) {', 'p < P', BEHIND),
  ...oneTurnMore('reference/training/softmax-jacobian.ts', 'for (let i = 0; i < C; i++) {', 'i < C', BEHIND),
  {
    file: 'reference/training/softmax-jacobian.ts',
    kind: 'index pair swapped',
    within: 'J.set(i, j, -p.get(i) * p.get(j));',
    original: 'J.set(i, j, -p.get(i) * p.get(j))',
    replacement: 'J.set(j, i, -p.get(i) * p.get(j))',
    proof: 'products commute, so the matrix is symmetric, and both (i, j) and (j, i) are visited',
  },
  ...['n', 'n + 1'].map((replacement) => ({
    file: 'reference/training/shuffle-indices.ts',
    kind: replacement === 'n' ? 'term dropped' : 'ArithmeticOperator',
    within: 'for (let i = n - 1; i >= 1; i--) {',
    original: 'n - 1',
    replacement,
    proof: 'the extra turns read no draw, so j is NaN: they write behind the end of the array and to no index',
  })),
  ...(
    [
      ['loop bound off by one', '16 + 1', 'the 17th term is at most 0.5^17 / 17! = 2.1e-20, less than half an ulp'],
      ['constant + 1', '16 + 1', 'the 17th term is at most 0.5^17 / 17! = 2.1e-20, less than half an ulp'],
      ['loop bound off by one', '16 - 1', 'the 16th term is at most 0.5^16 / 16! = 7.3e-19, less than half an ulp'],
      ['constant times 1 + 1e-6', '16 * (1 + 1e-6)', 'k is whole'],
    ] as const
  ).map(([kind, replacement, proof]) => ({
    file: 'reference/autoencoders/kl-standard-normal.ts',
    kind,
    within: 'for (let k = 3; k <= 16; k++) {',
    original: '16',
    replacement,
    proof,
  })),
  ...(
    [
      ['constant times 1 + 1e-6', '1 * (1 + 1e-6)'],
      ['constant + 1', '1 + 1'],
    ] as const
  ).map(([kind, replacement]) => ({
    file: 'reference/backprop/relu-derivative.ts',
    kind,
    within: 'export function reluDerivativeGradient(upstream: Elements, z: Elements, atZero = 1): { z: Elements } {',
    original: '1',
    replacement,
    proof: 'the gradient is 0 whatever atZero is; that it is finite is all that is asked of it',
  })),
  {
    file: 'reference/backprop/sigmoid.ts',
    kind: 'EqualityOperator',
    within: 'return (zi < 0 ? power : 1) / (1 + power);',
    original: 'zi < 0',
    replacement: 'zi <= 0',
    proof: 'at 0 the power is 1',
  },
  ...(
    [
      ["'delta'", "const [B, n] = matrixShape('delta', delta);"],
      ["'w'", "const [m] = matrixShape('w', w);"],
    ] as const
  ).map(([original, within]) => ({
    file: 'reference/backprop/backprop.ts',
    kind: 'StringLiteral',
    within,
    original,
    replacement: '""',
    proof: 'it is always a matrix: the name would stand in an error that is never thrown',
  })),
  {
    file: 'reference/optimizers/nesterov.ts',
    kind: 'StringLiteral',
    within: "const n = vectorLength('state.theta', state.theta);",
    original: "'state.theta'",
    replacement: '""',
    proof: CHECKED,
  },
  ...(
    [
      ['ConditionalExpression', 't.shape.length === 1', 'false'],
      ['constant times 1 + 1e-6', '1', '1 * (1 + 1e-6)'],
    ] as const
  ).map(([kind, original, replacement]) => ({
    file: 'reference/metrics/accuracy.ts',
    kind,
    within: 'const rows = t.shape.length === 1 ? [y] : [y, t];',
    original,
    replacement,
    proof: 'classes are whole numbers, never NaN, and `get` of a vector looks at its first index alone',
  })),
  {
    file: 'reference/autoencoders/kl-standard-normal.ts',
    kind: 'EqualityOperator',
    within: 'for (let k = 3; k <= 16; k++) {',
    original: 'k <= 16',
    replacement: 'k < 16',
    proof: 'the 16th term is at most 0.5^16 / 16! = 7.3e-19, less than half an ulp',
  },
  ...(
    [
      ["const [B, , width] = sequenceShape('sequence', sequence);", "'sequence'"],
      ["const [B, width] = matrixShape('steps[0]', steps[0] as NdArray);", "'steps[0]'"],
    ] as const
  ).map(([within, original]) => ({
    file: 'reference/recurrent/lstm.ts',
    kind: 'StringLiteral',
    within,
    original,
    replacement: '""',
    proof: 'it always has that rank: the name would stand in an error that is never thrown',
  })),
  ...(
    [
      [
        'constant times 1 + 1e-6',
        '1',
        '1 * (1 + 1e-6)',
        'a second element of an array without axes goes behind its end',
      ],
      ['constant + 1', '1', '1 + 1', 'a second element of an array without axes goes behind its end'],
      ['constant + 1', '0', '0 + 1', 'without axes there is one element, so no step is made'],
    ] as const
  ).map(([kind, original, replacement, proof]) => ({
    file: 'reference/ndarray.ts',
    kind,
    within: 'const [length, step] = [shape[axis] ?? 1, stride[axis] ?? 0];',
    original,
    replacement,
    proof,
  })),
  ...(
    [
      ['term dropped', 'axis + 1', 'axis', 'one level deeper there is no axis, hence one element, at the same place'],
      ['ArithmeticOperator', 'axis + 1', 'axis - 1', 'levels without an axis hold one element, at the same place'],
      [
        'EqualityOperator',
        'axis + 1 < shape.length',
        'axis + 1 <= shape.length',
        'one level deeper there is no axis, hence one element, at the same place',
      ],
      ['constant times 1 + 1e-6', '1', '1 * (1 + 1e-6)', 'both sides are whole but for less than 1'],
    ] as const
  ).map(([kind, original, replacement, proof]) => ({
    file: 'reference/ndarray.ts',
    kind,
    within: 'if (axis + 1 < shape.length) walk(axis + 1, at);',
    original,
    replacement,
    nth: 1,
    proof,
  })),
  // The windows of convolution and pooling: what stands at (n, i, j, c) is written once for each.
  ...(
    [
      ['conv2d', 'images', BEHIND, 1],
      ['conv2d', 'rows.outputs', WRITTEN_AGAIN, 1],
      ['conv2d', 'columns.outputs', WRITTEN_AGAIN, 1],
      ['average-pool2d', 'images', BEHIND, undefined],
      ['average-pool2d', 'rows.outputs', WRITTEN_AGAIN, 1],
      ['average-pool2d', 'columns.outputs', WRITTEN_AGAIN, 1],
      ['max-pool2d', 'images', BEHIND, undefined],
    ] as const
  ).map(([formula, bound, proof, nth]) => ({
    file: `reference/convolution/${formula}.ts`,
    kind: 'loop bound off by one',
    within: `for (const ${bound === 'images' ? 'n' : bound === 'rows.outputs' ? 'i' : 'j'} of upTo(${bound})) {`,
    original: bound,
    replacement: `${bound === 'images' ? bound : `(${bound})`} + 1`,
    proof,
    ...(nth === undefined ? {} : { nth }),
  })),
  {
    file: 'reference/autoencoders/transposed-conv2d.ts',
    kind: 'loop bound off by one',
    within: 'for (const n of upTo(images)) {',
    original: 'images',
    replacement: 'images + 1',
    nth: 1,
    proof: BEHIND,
  },
  ...['average-pool2d', 'max-pool2d'].flatMap((formula) =>
    oneTurnMore(
      `reference/convolution/${formula}.ts`,
      'for (let c = 0; c < channels; c++) {',
      'c < channels',
      WRITTEN_AGAIN,
      1,
    ),
  ),
  ...oneTurnMore(
    'reference/convolution/conv2d.ts',
    'for (let o = 0; o < filters; o++) {',
    'o < filters',
    WRITTEN_AGAIN,
    1,
  ),
  ...(
    [
      ['autoencoders/transposed-conv2d', "const [images, , , channels] = imagesShape('y', y);", "'y'"],
      ['autoencoders/transposed-conv2d', "const [, , filters] = imagesShape('kernel', kernel);", "'kernel'"],
      ['autoencoders/transposed-conv2d', "const [, h, w] = imagesShape('y', y);", "'y'"],
      ['autoencoders/transposed-conv2d', "const [kh, kw] = imagesShape('kernel', kernel);", "'kernel'"],
      ['convolution/average-pool2d', "const [images, , , channels] = imagesShape('x', x);", "'x'"],
      ['convolution/max-pool2d', "const [images, , , channels] = imagesShape('x', x);", "'x'"],
      ['convolution/conv2d', "const [images, , , channels] = imagesShape('x', x);", "'x'"],
      ['convolution/conv2d', "const [, , , filters] = imagesShape('kernel', kernel);", "'kernel'"],
      ['convolution/conv2d', "const [, height, width] = imagesShape('x', x);", "'x'"],
      ['convolution/conv2d', "const [kh, kw] = imagesShape('kernel', kernel);", "'kernel'"],
    ] as const
  ).map(([formula, within, original]) => ({
    file: `reference/${formula}.ts`,
    kind: 'StringLiteral',
    within,
    original,
    replacement: '""',
    proof: CHECKED,
  })),
  {
    file: 'reference/convolution/shared/pooling.ts',
    kind: 'StringLiteral',
    within: "const [, height, width] = imagesShape('x', x);",
    original: "'x'",
    replacement: '""',
    nth: 2,
    proof: CHECKED,
  },
  {
    file: 'reference/perceptron/binary-encode.ts',
    kind: 'constant times 1 + 1e-6',
    within: "expectInteger('bits', bits, 1, 53);",
    original: '53',
    replacement: '53 * (1 + 1e-6)',
    proof: 'bits is whole',
  },
  {
    file: 'reference/perceptron/mlp-forward.ts',
    kind: 'constant times 1 + 1e-6',
    within: 'let arriving = tensor((activations.at(-1) ?? x).shape);',
    original: '1',
    replacement: '1 * (1 + 1e-6)',
    proof: CUT_OFF,
  },
  {
    file: 'reference/training/shared/slices-along.ts',
    kind: 'constant times 1 + 1e-6',
    within: 'const length = index.length === axis ? 1 : (array.shape[index.length] as number);',
    original: '1',
    replacement: '1 * (1 + 1e-6)',
    proof: CUT_OFF,
  },
  ...[
    'const last = layers.at(-1);',
    'const logits = activations.at(-1) as NdArray;',
    'return tensor([indices.size, ...array.shape.slice(1)], rows);',
  ].map((within) => ({
    file: 'reference/training/training-run.ts',
    kind: 'constant times 1 + 1e-6',
    within,
    original: '1',
    replacement: '1 * (1 + 1e-6)',
    proof: CUT_OFF,
  })),
];

/** A loop that writes each element of a new array, made to turn once more: by Stryker, and by a larger bound. */
function oneTurnMore(file: string, within: string, test: string, proof: string, nth?: number): Equivalent[] {
  const [index = '', bound = ''] = test.split(' < ');
  const whole = bound.includes(' ') ? `(${bound})` : bound;
  const place = { file, within, proof, ...(nth === undefined ? {} : { nth }) };
  return [
    { ...place, kind: 'EqualityOperator', original: test, replacement: `${index} <= ${bound}` },
    { ...place, kind: 'loop bound off by one', original: bound, replacement: `${whole} + 1` },
  ];
}
