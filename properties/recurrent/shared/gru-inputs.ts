import fc from 'fast-check';
import { type Filler, numbers, take } from '../../inputs/inputs.ts';
import * as is from '../../parameters/parameter.ts';
import type { Lifted, Rounded, Rounding } from '../../rounding/rounding.ts';
import { nth } from '../../values/nth.ts';
import { mapNumbers } from '../../values/tree.ts';
import type { Matrix, Value } from '../../values/value.ts';
import { type GateOf, gateOf } from './lstm-inputs.ts';
import { turned } from './rnn-inputs.ts';

/** Weights `[units + features, units]` over [h, x], and biases, of the two gates and of the candidate. */
export type GruWeightsOf = { update: GateOf; reset: GateOf; candidate: GateOf };
export type GruOptionsOf = { resetAfter?: boolean };

const gate = is.record({ w: is.matrix(), b: is.vector() }, { name: 'Gate' });
export const GRU_WEIGHTS = is.record({ update: gate, reset: gate, candidate: gate }, { name: 'Weights' });
export const GRU_OPTIONS = is.options({ resetAfter: is.boolean({ default: false, drawn: [false, true] }) });

/** Weights for given numbers of features and units. */
export function gruWeights(fill: Filler, features: number, units: number): GruWeightsOf {
  const drawn = (): GateOf => ({ w: fill.matrix(units + features, units), b: fill.vector(units) });
  return { update: drawn(), reset: drawn(), candidate: drawn() };
}

const zeroGate = gateOf(0, 0, 0);
/** Weights and biases of 0 for one unit and one feature. */
export const ZERO_GRU: GruWeightsOf = { update: zeroGate, reset: zeroGate, candidate: zeroGate };

/** The weights with a function applied to those of each gate. */
export function mapGruGates(
  { update, reset, candidate }: GruWeightsOf,
  f: (gate: GateOf, name: keyof GruWeightsOf) => GateOf,
): GruWeightsOf {
  return { update: f(update, 'update'), reset: f(reset, 'reset'), candidate: f(candidate, 'candidate') };
}

/** A gate whose weights are 0 and whose biases are all alike: 40 opens it to within 4.2e-18, -40 closes it. */
export function constantGate({ w, b }: GateOf, bias: number): GateOf {
  return { w: mapNumbers(w, () => 0), b: b.map(() => bias) };
}

/** The same unit with its units in the opposite order. */
export function gruUnitsTurned(weights: GruWeightsOf): GruWeightsOf {
  return mapGruGates(weights, ({ w, b }) => {
    const rows = [...turned(w.slice(0, b.length)), ...w.slice(b.length)];
    return { w: rows.map(turned), b: turned(b) };
  });
}

/** Makes drives of up to about 1000: by biases, by inputs, or by both. */
export const farDrivenGru: fc.Arbitrary<<X extends Value>(x: X, weights: GruWeightsOf) => [X, GruWeightsOf]> = fc
  .tuple(fc.constantFrom('biases', 'inputs', 'both'), numbers(fc.constantFrom(-900, -300, 0, 100, 300, 900), 9))
  .map(([where, biases]) => (x, weights) => {
    const fill = take(biases);
    return [
      where === 'biases' ? x : mapNumbers(x, (v) => v * 8),
      where === 'inputs' ? weights : mapGruGates(weights, ({ w, b }) => ({ w, b: fill.vector(b.length) })),
    ];
  });

/** One step in running-error arithmetic. */
export function roundedGruStep(
  r: Rounding,
  x: Rounded[][],
  h: Rounded[][],
  { update, reset, candidate }: Lifted<GruWeightsOf>,
  resetAfter: boolean,
): Rounded[][] {
  const one = r.exact(1);
  const column = (w: Rounded[][], j: number): Rounded[] => w.map((row) => nth(row, j));
  return x.map((features, n) => {
    const state = nth(h, n);
    const drives = ({ w, b }: Lifted<GateOf>, by: Rounded[]): Rounded[] =>
      b.map((bias, j) => r.dot([...by, ...features, one], [...column(w, j), bias]));
    const z = drives(update, state).map((d) => r.sigmoid(d));
    const gated = drives(reset, state).map((d) => r.sigmoid(d));
    const after = (): Rounded[] =>
      candidate.b.map((bias, j) => {
        const weights = column(candidate.w, j);
        const recurrent = r.dot(state, weights.slice(0, state.length));
        return r.dot([nth(gated, j), ...features, one], [recurrent, ...weights.slice(state.length), bias]);
      });
    const before = (): Rounded[] =>
      drives(
        candidate,
        state.map((v, k) => r.multiply(nth(gated, k), v)),
      );
    const proposed = (resetAfter ? after() : before()).map((d) => r.tanh(d));
    return state.map((old, j) => r.dot([nth(z, j), r.subtract(one, nth(z, j))], [old, nth(proposed, j)]));
  });
}

/** A list of rows with each row from its end. */
export function rowsTurned(rows: Matrix): Matrix {
  return rows.map(turned);
}
