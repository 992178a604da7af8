import fc from 'fast-check';
import { gruCellGradient, gruCell as reference } from '../../reference/recurrent/gru-cell.ts';
import type { Entry } from '../entry/entry.ts';
import { expectClose, expectThat, law } from '../entry/law.ts';
import { given, mild, numbers, options, size, take } from '../inputs/inputs.ts';
import { sampleIndependence } from '../laws/sample-independence.ts';
import * as is from '../parameters/parameter.ts';
import { nth } from '../values/nth.ts';
import { mapNumbers } from '../values/tree.ts';
import type { Matrix } from '../values/value.ts';
import { edges, extremeEdges, hardCases, illegal, worked } from './gru-cell.cases.ts';
import { misconceptions } from './gru-cell.misconceptions.ts';
import {
  constantGate,
  farDrivenGru,
  GRU_OPTIONS,
  GRU_WEIGHTS,
  type GruOptionsOf,
  type GruWeightsOf,
  gruUnitsTurned,
  gruWeights,
  mapGruGates,
  roundedGruStep,
  rowsTurned,
} from './shared/gru-inputs.ts';
import { weight } from './shared/lstm-inputs.ts';

export type GruCell = (x: Matrix, h: Matrix, weights: GruWeightsOf, options?: GruOptionsOf) => Matrix;
type Arguments = Parameters<GruCell>;

const steps: fc.Arbitrary<Arguments> = fc
  .tuple(
    fc.record({ B: size(3), features: size(3), units: size(3) }),
    numbers(mild, 18),
    numbers(weight, 63),
    options<{ resetAfter: boolean }>({ resetAfter: fc.boolean() }),
    fc.integer({ min: 0, max: 9 }),
  )
  .map(([{ B, features, units }, drawn, weights, chosen, chance]) => {
    const data = take(drawn);
    const h = data.matrix(B, units);
    const from = chance === 9 ? mapNumbers(h, () => 0) : h;
    return given(data.matrix(B, features), from, gruWeights(take(weights), features, units), chosen);
  });

const extremeSteps: fc.Arbitrary<Arguments> = fc.tuple(steps, farDrivenGru).map(([[x, h, weights, chosen], drive]) => {
  const [far, driven] = drive(x, weights);
  return given(far, h, driven, chosen);
});

const calls = fc.tuple(steps);
const negate = (v: number): number => 0 - v;

export const gruCell: Entry<GruCell> = {
  id: 'gruCell',
  lecture: 7,
  title: 'One step of a gated recurrent unit',
  latex: String.raw`z, r = \sigma([h, x] W_{z,r} + b_{z,r}), \qquad \tilde h = \tanh([r \odot h, x] W + b), \qquad h' = z \odot h + (1 - z) \odot \tilde h`,
  source: [
    'Cho et al. (2014), Learning phrase representations using RNN encoder-decoder for statistical machine translation',
    'Lecture 7, which names it alone',
  ],
  parameters: { x: is.matrix(), h: is.matrix(), weights: GRU_WEIGHTS, options: GRU_OPTIONS },
  result: is.matrix(),

  reference,
  accelerated: () => import('../../accelerated/recurrent/gru-cell.ts'),
  gradient: { wrt: ['x', 'h', 'weights'], reference: gruCellGradient },

  inputs: steps,
  extreme: extremeSteps,

  edges,
  extremeEdges,
  illegal,
  hardCases,

  worked,

  laws: [
    sampleIndependence<GruCell>(steps, { batched: [0, 1] }),
    law('an open update gate keeps the state', calls, async (gruCell, [x, h, weights, chosen]) => {
      const args: Arguments = given(x, h, { ...weights, update: constantGate(weights.update, 40) }, chosen);
      // sigmoid(40) is 1 - 4.2e-18
      const left = h.map((row) => row.map((v) => 5e-18 * (1 + Math.abs(v))));
      expectClose(await gruCell(...args), h, gruCell.allowed(...args), left);
    }),
    law('with both gates closed the old state is forgotten', calls, async (gruCell, [x, h, weights, chosen]) => {
      const { update, reset, candidate } = weights;
      const shut = { update: constantGate(update, -40), reset: constantGate(reset, -40), candidate };
      const args: Arguments = given(x, h, shut, chosen);
      const units = candidate.b.length;
      const expected = x.map((row) =>
        candidate.b.map((bias, j) =>
          Math.tanh(row.reduce((sum, v, k) => sum + v * nth(nth(candidate.w, units + k), j), bias)),
        ),
      );
      // What is left of the state, itself and through the candidate.
      const left = h.map((row) => {
        const size = row.reduce((sum, v) => sum + Math.abs(v), 0);
        return row.map(() => 5e-18 * (1 + size + size * Math.max(...candidate.w.flat().map(Math.abs))));
      });
      const allowed = gruCell.allowed(...args);
      expectClose(await gruCell(...args), expected, allowed, allowed, left, 2 ** -52);
    }),
    law('with an open reset gate both variants agree', calls, async (gruCell, [x, h, weights]) => {
      const open = { ...weights, reset: constantGate(weights.reset, 40) };
      const steepest = Math.max(...weights.candidate.w.flat().map(Math.abs));
      const left = h.map((row) => row.map(() => 5e-18 * steepest * row.reduce((sum, v) => sum + Math.abs(v), 0)));
      expectClose(
        await gruCell(x, h, open, { resetAfter: true }),
        await gruCell(x, h, open, { resetAfter: false }),
        gruCell.allowed(x, h, open, { resetAfter: true }),
        gruCell.allowed(x, h, open, { resetAfter: false }),
        left,
      );
    }),
    law(
      'the new state lies between the old one and the ends of tanh',
      calls,
      async (gruCell, [x, h, weights, chosen]) => {
        const args: Arguments = given(x, h, weights, chosen);
        const next = await gruCell(...args);
        const allowed = gruCell.allowed(...args);
        next.forEach((row, n) =>
          row.forEach((v, j) => {
            const most = Math.max(1, Math.abs(nth(nth(h, n), j))) + nth(nth(allowed, n), j);
            expectThat(Math.abs(v) <= most, `|h'[${n}][${j}]| is ${Math.abs(v)}, at most ${most}`);
          }),
        );
      },
    ),
    law('a bias is the weight of an input that is always 1', calls, async (gruCell, [x, h, weights, chosen]) => {
      const widened = x.map((row) => [...row, 1]);
      const moved = mapGruGates(weights, ({ w, b }) => ({ w: [...w, b], b: b.map(() => 0) }));
      const usual: Arguments = given(x, h, weights, chosen);
      const without: Arguments = given(widened, h, moved, chosen);
      const [allowed, same] = [gruCell.allowed(...usual), gruCell.allowed(...without)];
      expectClose(await gruCell(...without), await gruCell(...usual), same, allowed);
    }),
    law(
      'the opposite state, input, gate weights and candidate bias give the opposite',
      calls,
      async (gruCell, [x, h, weights, chosen]) => {
        const opposite = mapGruGates(weights, ({ w, b }, name) =>
          name === 'candidate' ? { w, b: b.map(negate) } : { w: mapNumbers(w, negate), b },
        );
        const usual: Arguments = given(x, h, weights, chosen);
        const other: Arguments = given(mapNumbers(x, negate), mapNumbers(h, negate), opposite, chosen);
        const allowed = gruCell.allowed(...usual);
        expectClose(await gruCell(...other), mapNumbers(await gruCell(...usual), negate), allowed, allowed);
      },
    ),
    law('the order of the units does not matter', calls, async (gruCell, [x, h, weights, chosen]) => {
      const usual: Arguments = given(x, h, weights, chosen);
      const other: Arguments = given(x, rowsTurned(h), gruUnitsTurned(weights), chosen);
      const [allowed, same] = [gruCell.allowed(...usual), gruCell.allowed(...other)];
      expectClose(await gruCell(...other), rowsTurned(await gruCell(...usual)), same, rowsTurned(allowed));
    }),
  ],

  misconceptions,
  errata: [
    {
      where: 'lecture 7, GRU',
      printed: 'the GRU is named, without equations',
      holds:
        "both standard variants: the reset gate before the product of the state with the candidate's weights, or after it; z keeps the old state",
    },
  ],

  rounding: (r, x, h, weights, { resetAfter }) => roundedGruStep(r, x, h, weights, resetAfter),
};
