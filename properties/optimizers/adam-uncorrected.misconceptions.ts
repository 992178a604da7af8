import type { CompleteForm, Misconception } from '../entry/entry.ts';
import { nth } from '../values/nth.ts';
import type { Vector } from '../values/value.ts';
import type { AdamUncorrected, Options } from './adam-uncorrected.ts';
import { stepped } from './shared/adaptive-step.ts';

/** The right moments with another ratio of them. */
function stepping(ratio: (m: number, v: number, options: Required<Options>) => number): CompleteForm<AdamUncorrected> {
  return (state, gradient, options) => {
    const mixed = (old: Vector, fresh: Vector, beta: number): Vector =>
      old.map((x, i) => beta * x + (1 - beta) * nth(fresh, i));
    const m = mixed(state.m, gradient, options.beta1);
    const v = mixed(
      state.v,
      gradient.map((g) => g * g),
      options.beta2,
    );
    return { theta: stepped(state.theta, options.learningRate, m, v, (mi, vi) => ratio(mi, vi, options)), m, v };
  };
}

const right = stepping((m, v, { epsilon }) => m / (Math.sqrt(v) + epsilon));

export const misconceptions: readonly Misconception<AdamUncorrected>[] = [
  {
    id: 'adamUncorrected/corrected',
    title: 'the moments are corrected as in a first step of Adam',
    hint: 'This is Adam before its bias correction: use m and v as they are, without dividing by 1 - beta.',
    caughtBy: 'one step',
    implementation: stepping(
      (m, v, { beta1, beta2, epsilon }) => m / (1 - beta1) / (Math.sqrt(v / (1 - beta2)) + epsilon),
    ),
  },
  {
    id: 'adamUncorrected/epsilon-inside',
    title: 'epsilon is added under the root',
    hint: 'Take the root of the second moment first, then add epsilon to it.',
    caughtBy: 'moments that are the gradient and its square stay, and the step is rate g / (|g| + epsilon)',
    implementation: stepping((m, v, { epsilon }) => m / Math.sqrt(v + epsilon)),
  },
  {
    id: 'adamUncorrected/betas-swapped',
    title: 'beta1 and beta2 are exchanged',
    hint: 'beta1 belongs to m, the mean of the gradient, and beta2 to v, the mean of its square.',
    caughtBy: 'each moment with its own beta',
    rearranges: (state, gradient, { beta1, beta2, ...rest }) => [
      state,
      gradient,
      { ...rest, beta1: beta2, beta2: beta1 },
    ],
    implementation: (state, gradient, options) => {
      const { beta1, beta2 } = options;
      return right(state, gradient, { ...options, beta1: beta2, beta2: beta1 });
    },
  },
  {
    id: 'adamUncorrected/no-root',
    title: 'divided by the second moment itself',
    hint: 'v holds squares: take its root before you divide by it.',
    caughtBy: 'with epsilon 0 the size of gradients does not matter, only their ratios',
    implementation: stepping((m, v, { epsilon }) => m / (v + epsilon)),
  },
];
