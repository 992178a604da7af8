import fc from 'fast-check';
import { type Filler, mild, numbers, take } from '../../inputs/inputs.ts';
import * as is from '../../parameters/parameter.ts';
import type { Lifted, Rounded, Rounding } from '../../rounding/rounding.ts';
import { nth } from '../../values/nth.ts';
import { mapNumbers } from '../../values/tree.ts';
import type { Matrix, Value, Vector } from '../../values/value.ts';

/** Weights `[units + features, units]` over [h, x], and biases, of one gate. */
export type GateOf = { w: Matrix; b: Vector };
export type LstmWeightsOf = { forget: GateOf; input: GateOf; candidate: GateOf; output: GateOf };
/** The weights of the four gates packed into one matrix and one vector. */
export type PackedOf = { w: Matrix; b: Vector };
export type LstmOptionsOf = { inputOrder?: 'hx' | 'xh'; gateOrder?: 'fico' | 'ifco' };

export const GATE_NAMES = ['forget', 'input', 'candidate', 'output'] as const;

/** Weights up to 9/4 in size, so that the drives of a few terms do not saturate every gate. */
export const weight: fc.Arbitrary<number> = mild.map((x) => x / 4);

/** Weights for given numbers of features and units. */
export function lstmWeights(fill: Filler, features: number, units: number): LstmWeightsOf {
  const gate = (): GateOf => ({ w: fill.matrix(units + features, units), b: fill.vector(units) });
  return { forget: gate(), input: gate(), candidate: gate(), output: gate() };
}

/** @throws {TypeError} The weights are packed, as only the laws and cases beyond the contract have them. */
export function separateWeights(weights: LstmWeightsOf | PackedOf): LstmWeightsOf {
  if ('w' in weights) throw new TypeError('expected separate weights of the four gates, got packed ones');
  return weights;
}

const gate = is.record({ w: is.matrix(), b: is.vector() }, { name: 'Gate' });

/** The weights of the four gates; beyond the contract also packed, as `w` and `b`. */
export const LSTM_WEIGHTS = is.record(
  {
    forget: gate,
    input: gate,
    candidate: gate,
    output: gate,
    w: is.matrix({ optional: true, extended: true }),
    b: is.vector({ optional: true, extended: true }),
  },
  { name: 'Weights' },
);

/** The options of the catalogue: the order of the rows of w, and of the gates if the weights are packed. */
export const LSTM_OPTIONS = is.options({
  inputOrder: is.choice(['hx', 'xh'], { default: 'hx', extended: true }),
  gateOrder: is.choice(['fico', 'ifco'], { optional: true, extended: true }),
});

/** A gate for one unit and one feature: its weight for the state, its weight for the input, its bias. */
export const gateOf = (ofH: number, ofX: number, bias: number): GateOf => ({ w: [[ofH], [ofX]], b: [bias] });

const zeroGate = gateOf(0, 0, 0);
/** Weights and biases of 0 for one unit and one feature. */
export const ZERO_WEIGHTS: LstmWeightsOf = {
  forget: zeroGate,
  input: zeroGate,
  candidate: zeroGate,
  output: zeroGate,
};

/** Every order of rows and gates, and the default. */
export const lstmOrders: fc.Arbitrary<LstmOptionsOf> = fc.constantFrom<LstmOptionsOf[]>(
  {},
  { inputOrder: 'xh' },
  { inputOrder: 'hx', gateOrder: 'fico' },
  { gateOrder: 'ifco' },
  { inputOrder: 'xh', gateOrder: 'ifco' },
);

/** Weights in another form or order, packed or with x before h, and the options that say so. */
export const lstmForms: fc.Arbitrary<(weights: LstmWeightsOf) => [LstmWeightsOf | PackedOf, LstmOptionsOf]> = fc
  .tuple(lstmOrders, fc.boolean())
  .map(
    ([options, apart]) =>
      (weights) =>
        apart && options.gateOrder === undefined
          ? [reordered(weights, options), options]
          : [packed(weights, options), options],
  );

/** Makes drives of up to about 1000: by biases, by inputs, or by both. */
export const farDriven: fc.Arbitrary<<X extends Value>(x: X, weights: LstmWeightsOf) => [X, LstmWeightsOf]> = fc
  .tuple(fc.constantFrom('biases', 'inputs', 'both'), numbers(fc.constantFrom(-900, -300, 0, 100, 300, 900), 12))
  .map(([where, biases]) => (x, weights) => {
    const fill = take(biases);
    return [
      where === 'biases' ? x : mapNumbers(x, (v) => v * 8),
      where === 'inputs' ? weights : mapGates(weights, ({ w, b }) => ({ w, b: fill.vector(b.length) })),
    ];
  });

/** The weights with a function applied to those of each gate. */
export function mapGates(weights: LstmWeightsOf, f: (gate: GateOf, name: string) => GateOf): LstmWeightsOf {
  const { forget, input, candidate, output } = weights;
  return {
    forget: f(forget, 'forget'),
    input: f(input, 'input'),
    candidate: f(candidate, 'candidate'),
    output: f(output, 'output'),
  };
}

/** The same weights packed, in the orders that the options name. */
export function packed(weights: LstmWeightsOf, options: LstmOptionsOf): PackedOf {
  const { forget, input, candidate, output } = reordered(weights, options);
  const gates = options.gateOrder === 'ifco' ? [input, forget, candidate, output] : [forget, input, candidate, output];
  return {
    w: forget.w.map((_, r) => gates.flatMap(({ w }) => nth(w, r))),
    b: gates.flatMap(({ b }) => b),
  };
}

/** The same weights with the rows in the order that the options name. */
function reordered(weights: LstmWeightsOf, { inputOrder }: LstmOptionsOf): LstmWeightsOf {
  if (inputOrder !== 'xh') return weights;
  return mapGates(weights, ({ w, b }) => ({ w: [...w.slice(b.length), ...w.slice(0, b.length)], b }));
}

/** Each gate's activation in running-error arithmetic, for weights in any form and order. */
export function roundedGates(
  r: Rounding,
  x: Rounded[][],
  h: Rounded[][],
  weights: Lifted<LstmWeightsOf | PackedOf>,
  options: Lifted<LstmOptionsOf> = {},
): Record<(typeof GATE_NAMES)[number], Rounded[][]> {
  const units = nth(h, 0).length;
  const order = options.gateOrder === 'ifco' ? ['input', 'forget', 'candidate', 'output'] : GATE_NAMES;
  const drives = (name: (typeof GATE_NAMES)[number]): Rounded[][] => {
    const { w, b } = 'w' in weights ? weights : weights[name];
    const offset = 'w' in weights ? order.indexOf(name) * units : 0;
    const xFirst = options.inputOrder === 'xh';
    return x.map((xs, n) =>
      Array.from({ length: units }, (_, j) => {
        const hs = nth(h, n);
        const column = w.map((row) => nth(row, offset + j));
        const given = xFirst ? [...xs, ...hs] : [...hs, ...xs];
        return r.dot([...given, r.exact(1)], [...column, nth(b, offset + j)]);
      }),
    );
  };
  const activated = (name: (typeof GATE_NAMES)[number]): Rounded[][] =>
    drives(name).map((row) => row.map((z) => (name === 'candidate' ? r.tanh(z) : r.sigmoid(z))));
  return {
    forget: activated('forget'),
    input: activated('input'),
    candidate: activated('candidate'),
    output: activated('output'),
  };
}

/** One step in running-error arithmetic. */
export function roundedStep(
  r: Rounding,
  x: Rounded[][],
  state: { h: Rounded[][]; c: Rounded[][] },
  weights: Lifted<LstmWeightsOf | PackedOf>,
  options: Lifted<LstmOptionsOf> = {},
): { h: Rounded[][]; c: Rounded[][] } {
  const gates = roundedGates(r, x, state.h, weights, options);
  const at = (name: (typeof GATE_NAMES)[number], n: number, j: number): Rounded => nth(nth(gates[name], n), j);
  const c = state.c.map((row, n) =>
    row.map((old, j) => r.dot([at('forget', n, j), at('input', n, j)], [old, at('candidate', n, j)])),
  );
  return { h: c.map((row, n) => row.map((cell, j) => r.multiply(at('output', n, j), r.tanh(cell)))), c };
}
