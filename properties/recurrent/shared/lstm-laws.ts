import fc from 'fast-check';
import { expectClose, type Law, law } from '../../entry/law.ts';
import type { Matrix, Sequence, Tree, Value } from '../../values/value.ts';
import { type LstmWeightsOf, lstmOrders, mapGates, packed } from './lstm-inputs.ts';

/** What an LSTM formula is called with: the input, what it carries from step to step, and the weights. */
interface Call<X> {
  x: X;
  state: readonly Value[];
  weights: LstmWeightsOf;
}
type LstmFormula = (...args: any[]) => Tree<number>;

/** Packed weights give the result of separate ones. */
export function packedWeights(calls: fc.Arbitrary<Call<Matrix | Sequence>>): Law<LstmFormula> {
  return law<LstmFormula, [Call<Matrix | Sequence>, object]>(
    'packed weights, in any order, give the same result',
    fc.tuple(calls, lstmOrders),
    async (f, { x, state, weights }, options) => {
      const together = [x, ...state, packed(weights, options), options];
      const apart = [x, ...state, weights];
      expectClose(await f(...together), await f(...apart), f.allowed(...together), f.allowed(...apart));
    },
    { extended: true },
  );
}

/** The bias can be moved into the rows of w by one more feature. */
export function biasAsWeight(calls: fc.Arbitrary<Call<Matrix>>): Law<LstmFormula> {
  return law<LstmFormula, [Call<Matrix>]>(
    'a bias is the weight of an input that is always 1',
    fc.tuple(calls),
    async (f, { x, state, weights }) => {
      const widened = x.map((row) => [...row, 1]);
      const moved = mapGates(weights, ({ w, b }) => ({ w: [...w, b], b: b.map(() => 0) }));
      const [without, usual] = [
        [widened, ...state, moved],
        [x, ...state, weights],
      ];
      expectClose(await f(...without), await f(...usual), f.allowed(...without), f.allowed(...usual));
    },
  );
}
