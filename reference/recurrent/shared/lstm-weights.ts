import { expectShape, type NdArray, tensor, vectorLength, zip } from '../../ndarray.ts';
import { expectChoice, expectOptions, expectRecord } from '../../options.ts';

/** Weights `w` `[units + features, units]` and biases `b` `[units]` of one gate. */
export interface GateWeights {
  w: NdArray;
  b: NdArray;
}

/** The weights of an LSTM, gate by gate. */
export interface SeparateWeights {
  forget: GateWeights;
  input: GateWeights;
  candidate: GateWeights;
  output: GateWeights;
}

/** Gate by gate, or the four gates packed: `w` `[units + features, 4 units]` and `b` `[4 units]`. */
export type LstmWeights = SeparateWeights | GateWeights;

export interface LstmOptions {
  /** the order of the rows of each `w`: first those of the state h, or first those of the input x; default 'hx' */
  inputOrder?: 'hx' | 'xh';
  /**
   * the order of the gates in packed weights: forget, input, candidate, output as in the notes, or input,
   * forget, candidate, output as in Keras; default 'fico'
   */
  gateOrder?: 'fico' | 'ifco';
}

export const GATES = ['forget', 'input', 'candidate', 'output'] as const;
export type Gate = (typeof GATES)[number];

/**
 * The number of units, after weights and options have been checked for inputs of `features` features.
 *
 * @throws {TypeError} A record is missing, or an array is not an ndarray.
 * @throws {RangeError} A shape does not fit, an option is unknown, or an order of gates is given for separate ones.
 */
export function lstmUnits(features: number, weights: LstmWeights, options: LstmOptions): number {
  expectOptions(options, ['inputOrder', 'gateOrder']);
  const { inputOrder = 'hx', gateOrder = 'fico' } = options;
  expectChoice('options.inputOrder', inputOrder, ['hx', 'xh']);
  expectChoice('options.gateOrder', gateOrder, ['fico', 'ifco']);
  expectRecord('weights', weights);
  if ('w' in weights) {
    const columns = vectorLength('weights.b', weights.b);
    if (columns % 4 !== 0) throw new RangeError(`weights.b: expected 4 entries per unit, got ${columns} entries`);
    const like = 'a row per unit and per feature, 4 columns per unit';
    expectShape('weights.w', weights.w, [columns / 4 + features, columns], like);
    return columns / 4;
  }
  if (options.gateOrder !== undefined) {
    throw new RangeError('options.gateOrder: expected weights { w, b } of all gates, got those of each gate');
  }
  for (const gate of GATES) expectRecord(`weights.${gate}`, weights[gate]);
  const units = vectorLength('weights.forget.b', weights.forget.b);
  for (const gate of GATES) {
    const like = 'a row per unit and per feature, a column per unit';
    expectShape(`weights.${gate}.w`, weights[gate].w, [units + features, units], like);
    expectShape(`weights.${gate}.b`, weights[gate].b, [units], 'one per unit');
  }
  return units;
}

/** The weights gate by gate, the rows of h before those of x. */
export function separated(weights: LstmWeights, features: number, options: LstmOptions): SeparateWeights {
  const units = lstmUnits(features, weights, options);
  const gates = GATES.map((gate): [Gate, GateWeights] => {
    const w = tensor([units + features, units]);
    const b = tensor([units]);
    const from = placeOf(gate, weights, units, features, options);
    for (let j = 0; j < units; j++) {
      b.set(j, from.weights.b.get(from.column(j)));
      // Equivalent mutants: one more r (what it writes beyond the end is ignored)
      for (let r = 0; r < units + features; r++) w.set(r, j, from.weights.w.get(from.row(r), from.column(j)));
    }
    return [gate, { w, b }];
  });
  return Object.fromEntries(gates) as unknown as SeparateWeights;
}

/** Separate weights in the form and order of other weights: the inverse of `separated`. */
export function joinedLike(
  weights: LstmWeights,
  separate: SeparateWeights,
  features: number,
  options: LstmOptions,
): LstmWeights {
  const units = lstmUnits(features, weights, options);
  const zeros = ({ w, b }: GateWeights): GateWeights => ({ w: tensor(w.shape), b: tensor(b.shape) });
  const joined: LstmWeights =
    'w' in weights
      ? zeros(weights)
      : (Object.fromEntries(GATES.map((gate) => [gate, zeros(weights[gate])])) as unknown as SeparateWeights);
  for (const gate of GATES) {
    const to = placeOf(gate, joined, units, features, options);
    for (let j = 0; j < units; j++) {
      to.weights.b.set(to.column(j), separate[gate].b.get(j));
      for (let r = 0; r < units + features; r++) to.weights.w.set(to.row(r), to.column(j), separate[gate].w.get(r, j));
    }
  }
  return joined;
}

/** The sum of two sets of weights of one form. */
export function addedWeights(a: LstmWeights, b: LstmWeights): LstmWeights {
  const sum = (p: GateWeights, q: GateWeights): GateWeights => ({
    w: zip(p.w, q.w, (x, y) => x + y),
    b: zip(p.b, q.b, (x, y) => x + y),
  });
  if ('w' in a) return sum(a, b as GateWeights);
  const other = b as SeparateWeights;
  return Object.fromEntries(GATES.map((gate) => [gate, sum(a[gate], other[gate])])) as unknown as SeparateWeights;
}

/** The position of the weights of a gate: the row of entry r of [h, x], and the column of unit j. */
function placeOf(
  gate: Gate,
  weights: LstmWeights,
  units: number,
  features: number,
  { inputOrder = 'hx', gateOrder = 'fico' }: LstmOptions,
): { weights: GateWeights; row: (r: number) => number; column: (j: number) => number } {
  const row = (r: number): number => (inputOrder === 'hx' ? r : r < units ? features + r : r - units);
  if (!('w' in weights)) return { weights: weights[gate], row, column: (j) => j };
  const position = gateOrder.indexOf(gate.charAt(0));
  return { weights, row, column: (j) => position * units + j };
}
