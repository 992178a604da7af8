import fc from 'fast-check';
import { earlyStopping as reference } from '../../reference/generalization/early-stopping.ts';
import type { Entry } from '../entry/entry.ts';
import { expectClose, expectThat, law } from '../entry/law.ts';
import { given, grid, mild, numbers, size, take } from '../inputs/inputs.ts';
import { variedVector } from '../inputs/varied.ts';
import { completeOptions } from '../parameters/completed.ts';
import { drawnOptions } from '../parameters/drawn-options.ts';
import type { OptionsOf } from '../parameters/parameter.ts';
import * as is from '../parameters/parameter.ts';
import { nth } from '../values/nth.ts';
import type { Vector } from '../values/value.ts';
import { misconceptions } from './early-stopping.misconceptions.ts';

const parameters = {
  losses: is.vector(),
  options: is.options({
    patience: is.integer(0, { default: 0, drawn: [0, 1, 2, 2, 3, 3, 4] }),
    minDelta: is.number({ least: 0, default: 0, drawn: [0, 0.25, 0.5, 1] }),
  }),
};

export type Options = OptionsOf<typeof parameters.options>;
export type EarlyStopping = (losses: Vector, options?: Options) => { stopEpoch: number; bestEpoch: number };
type Arguments = Parameters<EarlyStopping>;

/** Steps of a quarter from epoch to epoch, more of them down than up: ties, and gains of exactly minDelta. */
const walks = fc
  .tuple(
    grid,
    fc.array(fc.constantFrom(-4, -3, -2, -2, -1, -1, -1, 0, 0, 1, 1, 2, 3), { minLength: 11, maxLength: 11 }),
  )
  .map(([first, steps]) => {
    const losses = [first];
    for (const step of steps) losses.push(nth(losses, losses.length - 1) + step / 4);
    return losses;
  });
const curves: fc.Arbitrary<Vector> = fc
  .tuple(size(12), fc.oneof({ arbitrary: walks, weight: 4 }, { arbitrary: numbers(mild, 12), weight: 1 }))
  .map(([n, drawn]) => take(drawn).vector(n));
const inputs: fc.Arbitrary<Arguments> = fc
  .tuple(curves, drawnOptions(parameters.options))
  .map(([losses, options]) => given(losses, options));

/** Whether it stops by its patience, or only because there is no other epoch, as far as the losses tell. */
const stops = ([losses, options]: Arguments): { early: boolean; stopEpoch: number; bestEpoch: number } => {
  const found = reached(losses, completeOptions(parameters.options, options));
  return { ...found, early: found.stopEpoch < losses.length - 1 };
};

export const earlyStopping: Entry<EarlyStopping> = {
  id: 'earlyStopping',
  lecture: 6,
  title: 'Early stopping',
  latex: String.raw`\text{better: } l_e < l_{\text{best}} - \delta, \quad \text{stop: } e - \text{best} \ge p`,
  source: ['Goodfellow, Bengio, Courville (2016), Deep Learning, section 7.8, algorithm 7.1', 'Lecture 6'],
  parameters,
  result: is.record({ stopEpoch: is.integer(0), bestEpoch: is.integer(0) }),

  reference,

  inputs,

  edges: {
    'one epoch': [[0.5]],
    'one epoch, patience 3': [[0.5], { patience: 3 }],
    'always better': [[4, 3, 2, 1]],
    'always worse, patience 1': [[1, 2, 3, 4], { patience: 1 }],
    'a tie': [[1, 1, 0]],
    'exactly minDelta': [[2, 1.5, 1, 0.75], { minDelta: 0.5 }],
    'small gains add up': [[2, 1.75, 1.5, 1.25], { patience: 3, minDelta: 0.5 }],
    'patience used up at the end': [[1, 2, 2], { patience: 2 }],
    'patience not used up': [[1, 2, 2], { patience: 3 }],
    'patience begins again': [[3, 4, 2, 4, 1, 4, 4], { patience: 2 }],
    'better than the epoch before, not than the best': [[1, 3, 2, 1.5], { patience: 2 }],
    'twenty-four epochs': [variedVector(24), { patience: 14 }],
    'losses below 0': [[-1, -2, -1.5, -3], { patience: 2 }],
  },
  illegal: {
    'a loss that is not a number': { args: [[1, Number.NaN, 2]], names: 'losses[1]' },
  },
  hardCases: {
    'one epoch': (losses) => losses.length === 1,
    'stops before the end': (...args) => stops(args).early,
    'goes on to the end': (...args) => !stops(args).early,
    'better again after it stopped': (...args) =>
      stops(args).early && Math.min(...args[0]) < nth(args[0], stops(args).bestEpoch),
    'a tie with the best': (...args) => {
      const { stopEpoch, bestEpoch } = stops(args);
      return stopEpoch > bestEpoch && nth(args[0], bestEpoch + 1) === nth(args[0], bestEpoch);
    },
    'exactly minDelta better': (losses, options) => {
      const { minDelta } = completeOptions(parameters.options, options);
      return minDelta > 0 && losses.some((loss, e) => e > 0 && nth(losses, e - 1) - loss === minDelta);
    },
    'better by less than minDelta': (losses, options) => {
      const { minDelta } = completeOptions(parameters.options, options);
      return losses.some((loss, e) => e > 0 && loss < nth(losses, e - 1) && nth(losses, e - 1) - loss < minDelta);
    },
    'waits and gets better again': (...args) => {
      const { bestEpoch } = stops(args);
      const before = args[0].slice(0, bestEpoch);
      return before.some((loss, e) => e > 0 && loss >= Math.min(...before.slice(0, e)));
    },
    'patience above 1 used up': (...args) => stops(args).early && (args[1]?.patience ?? 0) > 1,
    'the best is not the first': (...args) => stops(args).bestEpoch > 0,
  },

  worked: [
    {
      name: 'patience 2',
      origin: 'by hand: epochs 2 and 3 are not better than epoch 1',
      args: [[3, 1, 2, 2, 0], { patience: 2 }],
      expected: { stopEpoch: 3, bestEpoch: 1 },
    },
    {
      name: 'the defaults stop at once',
      origin: 'by hand: epoch 2 is the first that is not better',
      args: [[3, 2, 2, 1]],
      expected: { stopEpoch: 2, bestEpoch: 1 },
    },
    {
      name: 'gains of less than minDelta',
      origin: 'by hand: 1.75 and 1.5 are not below 2 - 0.5, 1.25 is',
      args: [[2, 1.75, 1.5, 1.25, 1], { patience: 3, minDelta: 0.5 }],
      expected: { stopEpoch: 4, bestEpoch: 3 },
    },
    {
      name: 'to the end',
      origin: 'by hand: each is better',
      args: [[4, 3, 2]],
      expected: { stopEpoch: 2, bestEpoch: 2 },
    },
  ],

  laws: [
    law('it stops at an epoch that is there, not before the best', fc.tuple(inputs), async (stopping, drawn) => {
      const { stopEpoch, bestEpoch } = await stopping(...drawn);
      const ordered = 0 <= bestEpoch && bestEpoch <= stopEpoch && stopEpoch < drawn[0].length;
      expectThat(ordered, `best ${bestEpoch}, stopped at ${stopEpoch}`);
    }),
    law('no loss up to there is better than the best', fc.tuple(inputs), async (stopping, [losses, options]) => {
      const { minDelta } = completeOptions(parameters.options, options);
      const { stopEpoch, bestEpoch } = await stopping(...given(losses, options));
      const seen = losses.slice(0, stopEpoch + 1);
      expectThat(
        seen.every((loss) => loss >= nth(losses, bestEpoch) - minDelta),
        `best ${bestEpoch} of ${seen.join(', ')}`,
      );
    }),
    law('where it stops early, patience has passed since the best', fc.tuple(inputs), async (stopping, drawn) => {
      const [losses, options] = drawn;
      const { patience } = completeOptions(parameters.options, options);
      const { stopEpoch, bestEpoch } = await stopping(...drawn);
      if (stopEpoch === losses.length - 1) return;
      expectClose(stopEpoch - bestEpoch, Math.max(1, patience), 0);
    }),
    law('what comes after the stop does not matter', fc.tuple(inputs), async (stopping, [losses, options]) => {
      const whole = await stopping(...given(losses, options));
      const cut = losses.slice(0, whole.stopEpoch + 1);
      expectClose(await stopping(...given(cut, options)), whole, 0);
    }),
    law('equal losses stop when patience is used up', fc.tuple(grid, size(8)), async (stopping, loss, patience) => {
      const losses = Array.from({ length: patience + 3 }, () => loss);
      expectClose(await stopping(losses, { patience }), { stopEpoch: patience, bestEpoch: 0 }, 0);
    }),
    law('with patience for every epoch it goes on to the end', fc.tuple(curves), async (stopping, losses) => {
      const { stopEpoch, bestEpoch } = await stopping(losses, { patience: losses.length });
      expectClose(stopEpoch, losses.length - 1, 0);
      expectClose(bestEpoch, losses.indexOf(Math.min(...losses)), 0);
    }),
    law('twice the losses and minDelta change nothing', fc.tuple(inputs), async (stopping, [losses, options]) => {
      const { patience, minDelta } = completeOptions(parameters.options, options);
      const doubled = losses.map((loss) => 2 * loss);
      const result = await stopping(doubled, { patience, minDelta: 2 * minDelta });
      expectClose(result, await stopping(...given(losses, options)), 0);
    }),
  ],

  misconceptions,

  rounding: (r, losses, { patience, minDelta }) => {
    // Differences of numbers of 24 bits round nothing, so that the epochs are exact.
    const plain = losses.map(({ value }) => value);
    const { stopEpoch, bestEpoch } = reached(plain, { patience: patience.value, minDelta: minDelta.value });
    return { stopEpoch: r.exact(stopEpoch), bestEpoch: r.exact(bestEpoch) };
  },
};

/** By the losses up to each epoch: the first one at which the best is patience epochs ago. */
function reached(losses: Vector, { patience, minDelta }: Required<Options>): { stopEpoch: number; bestEpoch: number } {
  const bestOf = (last: number): number => {
    let best = 0;
    for (let e = 1; e <= last; e++) if (nth(losses, e) < nth(losses, best) - minDelta) best = e;
    return best;
  };
  const last = losses.length - 1;
  const found = losses.findIndex((_, e) => e - bestOf(e) >= Math.max(1, patience));
  const stopEpoch = found === -1 ? last : found;
  return { stopEpoch, bestEpoch: bestOf(stopEpoch) };
}
