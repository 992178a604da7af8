import fc from 'fast-check';
import { layerNormGradient, layerNorm as reference } from '../../reference/attention/layer-norm.ts';
import type { Entry } from '../entry/entry.ts';
import { expectClose, law } from '../entry/law.ts';
import { varianceOf } from '../generalization/shared/moments.ts';
import { given, grid } from '../inputs/inputs.ts';
import { sampleIndependence } from '../laws/sample-independence.ts';
import * as is from '../parameters/parameter.ts';
import type { Rounded, Rounding } from '../rounding/rounding.ts';
import { nth } from '../values/nth.ts';
import { mapNumbers, total } from '../values/tree.ts';
import type { Vector } from '../values/value.ts';
import { edges, extremeEdges, hardCases, illegal, worked } from './layer-norm.cases.ts';
import { misconceptions } from './layer-norm.misconceptions.ts';
import {
  epsilonOf,
  extreme,
  gridInputs,
  inputs,
  LAYER_NORM_OPTIONS,
  type LayerNorm,
  smooth,
} from './shared/layer-norm-inputs.ts';

type Arguments = Parameters<LayerNorm>;

export const layerNorm: Entry<LayerNorm> = {
  id: 'layerNorm',
  lecture: 11,
  title: 'Layer normalization',
  latex: String.raw`y_{nj} = \gamma_j \frac{x_{nj} - \mu_n}{\sqrt{v_n + \epsilon}} + \beta_j, \quad \mu_n = \frac{1}{m} \sum_{j=1}^{m} x_{nj}, \quad v_n = \frac{1}{m} \sum_{j=1}^{m} (x_{nj} - \mu_n)^2`,
  source: ['Ba, Kiros, Hinton (2016), Layer Normalization, section 3', 'Lecture 11'],
  parameters: { x: is.matrix(), gamma: is.vector(), beta: is.vector(), options: LAYER_NORM_OPTIONS },
  result: is.matrix(),

  reference,
  accelerated: () => import('../../accelerated/attention/layer-norm.ts'),
  gradient: { wrt: ['x', 'gamma', 'beta'], reference: layerNormGradient, inputs: smooth },

  inputs,
  extreme,

  edges,
  extremeEdges,
  illegal,
  hardCases,

  worked,

  laws: [
    law('with a scale of 1 and no offset each row has a mean of 0', fc.tuple(inputs), async (layerNorm, args) => {
      const bare = unscaled(args);
      const y = await layerNorm(...bare);
      const errors = layerNorm.allowed(...bare);
      y.forEach((row, n) => {
        expectClose(total(row), 0, total(nth(errors, n)), 2 ** -50 * total(row.map(Math.abs)));
      });
    }),
    law(
      'with a scale of 1 and no offset the mean square of a row is v / (v + epsilon)',
      fc.tuple(inputs),
      async (layerNorm, args) => {
        const bare = unscaled(args);
        const [x, epsilon] = [bare[0], epsilonOf(bare[3])];
        const y = await layerNorm(...bare);
        const errors = layerNorm.allowed(...bare);
        y.forEach((row, n) => {
          const variance = varianceOf(nth(x, n));
          const squares = total(row.map((z) => z * z)) * (variance + epsilon);
          const moved = total(row.map((z, j) => (2 * Math.abs(z) + nth(nth(errors, n), j)) * nth(nth(errors, n), j)));
          expectClose(squares, row.length * variance, moved * (variance + epsilon), 2 ** -46 * squares);
        });
      },
    ),
    law('an offset of all features of a row changes nothing', fc.tuple(gridInputs, grid), async (f, args, offset) => {
      const [x, gamma, beta, options] = args;
      const shifted = x.map((row, n) => row.map((xi) => xi + (n + 1) * offset));
      const there = given(shifted, gamma, beta, options);
      expectClose(await f(...there), await f(...args), f.allowed(...there), f.allowed(...args));
    }),
    law(
      'the scale of the features does not matter if epsilon is scaled by its square',
      fc.tuple(inputs, fc.constantFrom(0.25, 2, 4)),
      async (f, args, scale) => {
        const [x, gamma, beta, options] = args;
        const epsilon = scale * scale * epsilonOf(options);
        const scaled: Arguments = [x.map((row) => row.map((xi) => scale * xi)), gamma, beta, { epsilon }];
        expectClose(await f(...scaled), await f(...args), f.allowed(...scaled), f.allowed(...args));
      },
    ),
    sampleIndependence<LayerNorm>(inputs, { name: 'a row does not depend on the others' }),
    law('gamma and beta scale and shift what is normalized', fc.tuple(inputs), async (layerNorm, args) => {
      const [, gamma, beta] = args;
      const bare = unscaled(args);
      const y = await layerNorm(...bare);
      const expected = y.map((row) => row.map((z, j) => nth(gamma, j) * z + nth(beta, j)));
      const its = layerNorm.allowed(...bare).map((row) => row.map((error, j) => Math.abs(nth(gamma, j)) * error));
      const rounding = mapNumbers(expected, (z) => 2 ** -50 * (Math.abs(z) + 16));
      expectClose(await layerNorm(...args), expected, layerNorm.allowed(...args), its, rounding);
    }),
    law('the order of the features does not matter', fc.tuple(inputs), async (layerNorm, args) => {
      const [x, gamma, beta, options] = args;
      const turned = given(x.map(reversed), reversed(gamma), reversed(beta), options);
      expectClose(
        await layerNorm(...turned),
        (await layerNorm(...args)).map(reversed),
        layerNorm.allowed(...turned),
        layerNorm.allowed(...args).map(reversed),
      );
    }),
  ],

  misconceptions,

  rounding: (r, x, gamma, beta, { epsilon }) => x.map((row) => roundedRow(r, row, gamma, beta, epsilon)),
};

function roundedRow(
  r: Rounding,
  row: readonly Rounded[],
  gamma: readonly Rounded[],
  beta: readonly Rounded[],
  epsilon: Rounded,
): Rounded[] {
  const mean = r.mean(row);
  const centred = row.map((x) => r.subtract(x, mean));
  const divisor = r.sqrt(r.add(r.mean(centred.map((c) => r.square(c))), epsilon));
  // Some compute x k + (beta - mean k) with k = gamma / divisor: two more roundings, relative to the mean.
  const twice = r.subtract(r.rounded(mean.value, 2), r.exact(mean.value));
  return centred.map((c, j) => r.add(r.multiply(nth(gamma, j), r.divide(r.add(c, twice), divisor)), nth(beta, j)));
}

function unscaled([x, gamma, beta, options]: Arguments): Required<Arguments> {
  return [x, gamma.map(() => 1), beta.map(() => 0), { epsilon: epsilonOf(options) }];
}

function reversed(row: Vector): Vector {
  return row.toReversed();
}
