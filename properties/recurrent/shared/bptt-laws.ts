import fc from 'fast-check';
import { expectClose, type Law, law } from '../../entry/law.ts';
import { take } from '../../inputs/inputs.ts';
import { nth } from '../../values/nth.ts';
import { mapNumbers, zipNumbers } from '../../values/tree.ts';
import type { Sequence, Value } from '../../values/value.ts';
import { type RnnTask, targets } from './bptt-inputs.ts';
import { plainStates } from './plain-rnn.ts';
import { type RnnWeightsOf, turned, unitsTurned } from './rnn-inputs.ts';

type RnnGradient = (x: Sequence, t: Sequence, weights: RnnWeightsOf, ...others: any[]) => RnnWeightsOf;
type Task = [...RnnTask, ...Value[]];

/** Arguments that begin with those of a task. */
type Tasks<F extends RnnGradient> = fc.Arbitrary<Parameters<F>>;

const callsOf = <F extends RnnGradient>(tasks: Tasks<F>): fc.Arbitrary<[Task]> =>
  tasks.map((args): [Task] => [args as unknown as Task]);

export function batchMean<F extends RnnGradient>(tasks: Tasks<F>): Law<RnnGradient> {
  return law<RnnGradient, [Task]>(
    'a batch has the mean of the gradients of its samples',
    callsOf(tasks),
    async (f, [x, t, weights, ...others]) => {
      let mean = mapNumbers(weights, () => 0);
      let allowed = mapNumbers(weights, () => 2 ** -50);
      for (const [n, steps] of x.entries()) {
        const sample: Task = [[steps], [nth(t, n)], weights, ...others];
        const share = (a: number, b: number): number => a + b / x.length;
        const own = await f(...sample);
        const room = zipNumbers(f.allowed(...sample), own, (error, g) => error + 2 ** -50 * Math.abs(g));
        mean = zipNumbers(mean, own, share);
        allowed = zipNumbers(allowed, room, share);
      }
      expectClose(await f(x, t, weights, ...others), mean, allowed, f.allowed(x, t, weights, ...others));
    },
  );
}

export function targetsMet<F extends RnnGradient>(tasks: Tasks<F>): Law<RnnGradient> {
  return law<RnnGradient, [Task]>(
    'targets that are met leave no gradient',
    callsOf(tasks),
    async (f, [x, , weights, ...others]) => {
      const states = x.map((steps) => plainStates(steps, weights));
      const gradient = await f(x, states, weights, ...others);
      const nothing = mapNumbers(gradient, () => 0);
      // The states are off by some roundings, here and there, and each counts as often as it is fed back.
      expectClose(gradient, nothing, f.allowed(x, states, weights, ...others), 2 ** -42);
    },
  );
}

export function halfwayTargets<F extends RnnGradient>(tasks: Tasks<F>): Law<RnnGradient> {
  return law<RnnGradient, [Task, number[]]>(
    'halfway between two targets the gradient is the mean of both',
    fc.tuple(
      tasks.map((args) => args as unknown as Task),
      targets,
    ),
    async (f, [x, t, weights, ...others], drawn) => {
      const fill = take(drawn);
      const other = mapNumbers(t, () => fill.number());
      const between = zipNumbers(t, other, (a, b) => (a + b) / 2);
      const both = [await f(x, t, weights, ...others), await f(x, other, weights, ...others)] as const;
      expectClose(
        await f(x, between, weights, ...others),
        zipNumbers(...both, (a, b) => (a + b) / 2),
        f.allowed(x, t, weights, ...others),
        f.allowed(x, other, weights, ...others),
        f.allowed(x, between, weights, ...others),
      );
    },
  );
}

export function biasAsInput<F extends RnnGradient>(tasks: Tasks<F>): Law<RnnGradient> {
  return law<RnnGradient, [Task]>(
    'a bias is the weight of an input that is always 1',
    callsOf(tasks),
    async (f, [x, t, { wx, wh, b }, ...others]) => {
      const widened = x.map((steps) => steps.map((features) => [...features, 1]));
      const moved: Task = [widened, t, { wx: [...wx, b], wh, b: b.map(() => 0) }, ...others];
      const usual: Task = [x, t, { wx, wh, b }, ...others];
      const form = (gradient: RnnWeightsOf): RnnWeightsOf => ({ ...gradient, wx: [...gradient.wx, gradient.b] });
      expectClose(await f(...moved), form(await f(...usual)), f.allowed(...moved), form(f.allowed(...usual)));
    },
  );
}

export function turnedUnits<F extends RnnGradient>(tasks: Tasks<F>): Law<RnnGradient> {
  return law<RnnGradient, [Task]>(
    'the order of the units does not matter',
    callsOf(tasks),
    async (f, [x, t, weights, ...others]) => {
      const other: Task = [x, t.map((steps) => steps.map(turned)), unitsTurned(weights), ...others];
      const usual: Task = [x, t, weights, ...others];
      expectClose(
        await f(...other),
        unitsTurned(await f(...usual)),
        f.allowed(...other),
        unitsTurned(f.allowed(...usual)),
      );
    },
  );
}
