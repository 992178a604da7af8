import fc from 'fast-check';
import { given, mild, numbers, size, take } from '../../inputs/inputs.ts';
import { targets, targetsOf } from '../../losses/shared/target-rows.ts';
import { drawnOptions } from '../../parameters/drawn-options.ts';
import * as is from '../../parameters/parameter.ts';
import { type LayerOf, layerOf, weightScale } from '../../perceptron/shared/layer-inputs.ts';
import { last, nth } from '../../values/nth.ts';
import type { TrainingRun } from '../training-run.ts';

type Arguments = Parameters<TrainingRun>;

/** Numbers of 0 to below 1, as shuffles are drawn from. */
export const draw: fc.Arbitrary<number> = fc.nat(2 ** 24 - 1).map((k) => k / 2 ** 24);
export const learningRate: fc.Arbitrary<number> = fc.integer({ min: 1, max: 8 }).map((k) => k / 16);

/** The options of a training run, with what is drawn for each. */
export const options = is.options({
  learningRate: is.number({ least: 0, default: 0.01, drawn: learningRate }),
  batchSize: is.integer(1, { default: 32, drawn: [1, 2, 3, 4] }),
});

/** One or two layers of up to three units, up to four samples, epochs and all that they draw from. */
export const runs = (functions: fc.Arbitrary<LayerOf['activation']>): fc.Arbitrary<Arguments> =>
  fc
    .tuple(
      size(4),
      fc.array(size(3), { minLength: 2, maxLength: 3 }),
      numbers(mild, 12),
      numbers(mild, 24),
      weightScale,
      targets,
      fc.tuple(functions, fc.oneof(fc.constant<LayerOf['activation']>('identity'), functions)),
      fc.array(fc.array(draw, { minLength: 3, maxLength: 3 }), { maxLength: 3 }),
      drawnOptions(options),
    )
    .map(([N, widths, xs, weights, scale, target, names, epochs, chosen]) => {
      const x = take(xs.map((v) => v * scale)).matrix(N, nth(widths, 0));
      const fill = take(weights);
      const layers = widths
        .slice(1)
        .map((n, l) => layerOf(fill, nth(widths, l), n, 0.25, l === widths.length - 2 ? names[1] : names[0]));
      const random = epochs.map((draws) => draws.slice(0, N - 1));
      return given(x, targetsOf(target, N, last(widths)), layers, random, chosen);
    });
