import fc from 'fast-check';
import * as tf from '../../../accelerated/tf.ts';
import { type Case, defineCase } from '../case.ts';
import { given, hard, inside, mild, positive, special, vector } from '../inputs.ts';

type Unary = (x: number) => number;

const SELU_SCALE = 1.0507009873554805;
const SELU_ALPHA = 1.6732632423543772;

const sigmoid: Unary = (x) => (x < 0 ? Math.exp(x) / (1 + Math.exp(x)) : 1 / (1 + Math.exp(-x)));
const softplus: Unary = (x) => Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
/** Math.max and Math.min give NaN for NaN, and 0 is larger than -0. */
const relu: Unary = (x) => Math.max(0, x);

function erf(x: number): number {
  if (Math.abs(x) > 6) return Math.sign(x);
  if (Math.abs(x) < 2.5) {
    let [sum, term] = [x, x];
    for (let n = 1; n < 80; n++) {
      term *= (-x * x) / n;
      sum += term / (2 * n + 1);
    }
    return (2 / Math.sqrt(Math.PI)) * sum;
  }
  let tail = 0;
  for (let k = 80; k > 0; k--) tail = k / 2 / (Math.abs(x) + tail);
  return Math.sign(x) * (1 - Math.exp(-x * x) / Math.sqrt(Math.PI) / (Math.abs(x) + tail));
}

function roundToEven(x: number): number {
  const floor = Math.floor(x);
  if (x - floor !== 0.5) return Math.round(x);
  return floor % 2 === 0 ? floor : floor + 1;
}

/** name, op, truth, where it is smooth and defined */
const SMOOTH: readonly [string, (x: tf.Tensor) => tf.Tensor, Unary, fc.Arbitrary<number>][] = [
  ['exp', tf.exp, Math.exp, mild],
  ['expm1', tf.expm1, Math.expm1, mild],
  ['log', tf.log, Math.log, positive],
  ['log1p', tf.log1p, Math.log1p, positive],
  ['sqrt', tf.sqrt, Math.sqrt, positive],
  ['rsqrt', tf.rsqrt, (x) => 1 / Math.sqrt(x), positive],
  ['square', tf.square, (x) => x * x, mild],
  ['reciprocal', tf.reciprocal, (x) => 1 / x, positive],
  ['neg', tf.neg, (x) => -x, mild],
  ['tanh', tf.tanh, Math.tanh, mild],
  ['sigmoid', tf.sigmoid, sigmoid, mild],
  ['logSigmoid', tf.logSigmoid, (x) => -softplus(-x), mild],
  ['softplus', tf.softplus, softplus, mild],
  ['erf', tf.erf, erf, mild],
  ['sin', tf.sin, Math.sin, mild],
  ['cos', tf.cos, Math.cos, mild],
  ['tan', tf.tan, Math.tan, inside],
  ['asin', tf.asin, Math.asin, inside],
  ['acos', tf.acos, Math.acos, inside],
  ['atan', tf.atan, Math.atan, mild],
  ['sinh', tf.sinh, Math.sinh, mild],
  ['cosh', tf.cosh, Math.cosh, mild],
  ['asinh', tf.asinh, Math.asinh, mild],
  ['acosh', tf.acosh, Math.acosh, positive.map((x) => Math.fround(x + 1))],
  ['atanh', tf.atanh, Math.atanh, inside],
];

/** name, op, truth, its derivative by the definition, one-sided kinks as TensorFlow documents them */
const KINKED: readonly [string, (x: tf.Tensor) => tf.Tensor, Unary, Unary | null][] = [
  ['relu', tf.relu, relu, (x) => (x > 0 ? 1 : 0)],
  ['relu6', tf.relu6, (x) => Math.min(6, relu(x)), (x) => (x > 0 && x <= 6 ? 1 : 0)],
  ['leakyRelu', (x) => tf.leakyRelu(x, 0.25), (x) => (x >= 0 ? x : 0.25 * x), (x) => (x > 0 ? 1 : 0.25)],
  ['elu', tf.elu, (x) => (x >= 0 ? x : Math.expm1(x)), (x) => (x >= 0 ? 1 : Math.exp(x))],
  [
    'selu',
    tf.selu,
    (x) => SELU_SCALE * (x >= 0 ? x : SELU_ALPHA * Math.expm1(x)),
    (x) => SELU_SCALE * (x > 0 ? 1 : SELU_ALPHA * Math.exp(x)),
  ],
  ['abs', tf.abs, Math.abs, (x) => Math.sign(x)],
  ['sign', tf.sign, Math.sign, () => 0],
  ['round', tf.round, roundToEven, () => 0],
  ['floor', tf.floor, Math.floor, () => 0],
  ['ceil', tf.ceil, Math.ceil, () => 0],
  ['step', (x) => tf.step(x), (x) => (Number.isNaN(x) ? x : x > 0 ? 1 : 0), () => 0],
  [
    'clipByValue',
    (x) => tf.clipByValue(x, -1, 1),
    (x) => Math.min(1, Math.max(-1, x)),
    (x) => (Math.abs(x) <= 1 ? 1 : 0),
  ],
  ['isNaN', (x) => tf.cast(tf.isNaN(x), 'float32'), (x) => Number(Number.isNaN(x)), null],
  ['isInf', (x) => tf.cast(tf.isInf(x), 'float32'), (x) => Number(Math.abs(x) === Infinity), null],
  ['isFinite', (x) => tf.cast(tf.isFinite(x), 'float32'), (x) => Number(Number.isFinite(x)), null],
  ['cast to int32', (x) => tf.cast(tf.cast(x, 'int32'), 'float32'), Math.trunc, null],
];

const mapped =
  (f: Unary): Case['truth'] =>
  ([x]) =>
    (x?.data ?? []).map(f);
/** 64 roundings of the result alone: a function of one exact number has no other excuse. */
const relative: Case['allowed'] = (truth, [x]) =>
  truth.map((y, i) => (64 + 2 * Math.min(64, Math.abs(x?.data[i] || 0))) * 2 ** -24 * Math.abs(y) + 2 ** -126);

const smooth = SMOOTH.flatMap(([op, f, truth, domain]) => [
  defineCase({
    op,
    inputs: given(vector(domain)),
    tfjs: ([x]) => f(x as tf.Tensor),
    truth: mapped(truth),
    allowed: relative,
  }),
  defineCase({
    op,
    variant: 'hard sizes',
    inputs: given(vector(domainOf(op, hard))),
    tfjs: ([x]) => f(x as tf.Tensor),
    truth: mapped(truth),
    allowed: relative,
    gradient: null,
  }),
  defineCase({
    op,
    variant: 'special',
    inputs: given(vector(special)),
    tfjs: ([x]) => f(x as tf.Tensor),
    truth: mapped(truth),
    allowed: relative,
    gradient: null,
  }),
]);

/** Angles beyond a few turns and arguments that overflow are another matter. */
function domainOf(op: string, element: fc.Arbitrary<number>): fc.Arbitrary<number> {
  if (/^(sin|cos|tan)$/.test(op)) return element.filter((x) => Math.abs(x) < 2);
  return element;
}

const kinked = KINKED.flatMap(([op, f, truth, slope]) => {
  const call = { op, tfjs: ([x]: tf.Tensor[]) => f(x as tf.Tensor), truth: mapped(truth), allowed: relative };
  const exact: Case['gradient'] =
    slope && ((weights, [x]) => [(x?.data ?? []).map((value, i) => slope(value) * (weights[i] as number))]);
  return [
    defineCase({
      ...call,
      inputs: given(vector(op === 'cast to int32' ? mild : fc.oneof(mild, fc.constantFrom(6, 7)))),
      gradient: exact,
      second: false,
    }),
    defineCase({
      ...call,
      variant: 'hard sizes',
      inputs: given(vector(op === 'cast to int32' ? hard.filter((x) => Math.abs(x) < 1e9) : hard)),
      gradient: null,
    }),
    ...(op === 'cast to int32'
      ? []
      : [defineCase({ ...call, variant: 'special', inputs: given(vector(special)), gradient: null })]),
  ];
});

/** Functions of one number. */
export const cases: readonly Case[] = [...smooth, ...kinked];
