import type { CompleteForm, Misconception } from '../entry/entry.ts';
import { nth } from '../values/nth.ts';
import type { Vector } from '../values/value.ts';
import type { Adam, Options, State } from './adam.ts';
import { stepped } from './shared/adaptive-step.ts';

/** What the wrong forms depart from: the new moments, their corrections, and the defaults filled in. */
interface Parts extends Required<Options> {
  state: State;
  m: Vector;
  v: Vector;
  t: number;
  /** 1 - beta1^t and 1 - beta2^t */
  c1: number;
  c2: number;
}

function parts(state: State, gradient: Vector, options: Required<Options>, t = state.t + 1): Parts {
  const { learningRate, beta1, beta2, epsilon } = options;
  const m = state.m.map((x, i) => beta1 * x + (1 - beta1) * nth(gradient, i));
  const v = state.v.map((x, i) => beta2 * x + (1 - beta2) * nth(gradient, i) ** 2);
  return { learningRate, beta1, beta2, epsilon, state, m, v, t, c1: 1 - beta1 ** t, c2: 1 - beta2 ** t };
}

/** theta less the rate times a ratio of the two moments. */
function moved({ state, learningRate, m, v }: Parts, ratio: (m: number, v: number) => number): Vector {
  return stepped(state.theta, learningRate, m, v, ratio);
}

/** The right step of these parts. */
function right(p: Parts): Vector {
  return moved(p, (m, v) => m / p.c1 / (Math.sqrt(v / p.c2) + p.epsilon));
}

/** Adam whose step, and nothing that it returns for the next, is made of other parts. */
function stepping(other: (p: Parts) => Partial<Parts>): CompleteForm<Adam> {
  return (...args) => {
    const p = parts(...args);
    return { theta: right({ ...p, ...other(p) }), m: p.m, v: p.v, t: p.t };
  };
}

/** Adam by another ratio of the moments. */
function dividing(ratio: (m: number, v: number, p: Parts) => number): CompleteForm<Adam> {
  return (...args) => {
    const p = parts(...args);
    return { theta: moved(p, (m, v) => ratio(m, v, p)), m: p.m, v: p.v, t: p.t };
  };
}

/** Adam whose second moment takes in another power of the gradient. */
function accumulating(taken: (g: number) => number): CompleteForm<Adam> {
  return (state, gradient, options) => {
    const p = parts(state, gradient, options);
    const v = state.v.map((x, i) => p.beta2 * x + (1 - p.beta2) * taken(nth(gradient, i)));
    return { theta: right({ ...p, v }), m: p.m, v, t: p.t };
  };
}

export const misconceptions: readonly Misconception<Adam>[] = [
  {
    id: 'adam/no-bias-correction',
    title: 'the moments are used uncorrected',
    hint: 'Both moments begin at 0 and so are too small at first: divide m by 1 - beta1^t and v by 1 - beta2^t before the step.',
    caughtBy: 'with epsilon 0 the first step has the length of the rate, against the gradient',
    implementation: dividing((m, v, { epsilon }) => m / (Math.sqrt(v) + epsilon)),
  },
  {
    id: 'adam/corrected-moments-stored',
    title: 'the corrected moments are passed on to the next step',
    hint: 'The correction is for this step alone: return m and v as they were before it, or the next step corrects them again.',
    caughtBy: 'first step',
    implementation: (...args) => {
      const p = parts(...args);
      return { theta: right(p), m: p.m.map((x) => x / p.c1), v: p.v.map((x) => x / p.c2), t: p.t };
    },
  },
  {
    id: 'adam/step-count-late',
    title: 'the corrections use the number of steps already made',
    hint: 't counts the step that is being made: add 1 before you take the powers of the betas, not after.',
    caughtBy: 'second step',
    implementation: (state, gradient, options) => {
      const p = parts(state, gradient, options, Math.max(state.t, 1));
      return { theta: right(p), m: p.m, v: p.v, t: state.t + 1 };
    },
    readings: [
      (state, gradient, options) => {
        const p = parts(state, gradient, options, state.t);
        return { theta: right(p), m: p.m, v: p.v, t: state.t + 1 };
      },
    ],
  },
  {
    id: 'adam/epsilon-inside',
    title: 'epsilon is added under the root',
    hint: 'Take the root of the corrected second moment first, then add epsilon to it.',
    caughtBy: 'first step',
    implementation: dividing((m, v, { c1, c2, epsilon }) => m / c1 / Math.sqrt(v / c2 + epsilon)),
  },
  {
    id: 'adam/epsilon-before-correction',
    title: 'epsilon is added to the root of the uncorrected second moment',
    hint: 'Correct v first, then take the root, then add epsilon: added earlier, the correction enlarges epsilon too.',
    caughtBy: 'first step',
    implementation: dividing((m, v, { c1, c2, epsilon }) => ((m / c1) * Math.sqrt(c2)) / (Math.sqrt(v) + epsilon)),
    readings: [dividing((m, v, { c1, c2, epsilon }) => m / c1 / Math.sqrt((v + epsilon) / c2))],
  },
  {
    id: 'adam/betas-swapped',
    title: 'beta1 and beta2 are exchanged',
    hint: 'beta1 belongs to m, the mean of the gradient, and beta2 to v, the mean of its square.',
    caughtBy: 'each moment with its own beta',
    rearranges: (state, gradient, { beta1, beta2, ...rest }) => [
      state,
      gradient,
      { ...rest, beta1: beta2, beta2: beta1 },
    ],
    implementation: (state, gradient, { beta1, beta2, ...rest }) => {
      const p = parts(state, gradient, { ...rest, beta1: beta2, beta2: beta1 });
      return { theta: right(p), m: p.m, v: p.v, t: p.t };
    },
  },
  {
    id: 'adam/kept-between-calls',
    title: 'the moments or the step count are kept between calls',
    hint: 'Take m, v and t from the state that is given and return the new ones: a variable outside of the function still holds what the calls before have left in it.',
    caughtBy: 'second step',
    stateful: true,
    implementation: (state, ...rest) => stepOf(parts(atRest(state), ...rest)),
    readings: [
      (state, ...rest) => stepOf(parts({ ...state, t: 0 }, ...rest)),
      (state, ...rest) => stepOf(parts({ ...atRest(state), t: state.t }, ...rest)),
      // The count is kept and the one that is given is returned, one higher.
      (state, ...rest) => ({ ...stepOf(parts(atRest(state), ...rest)), t: state.t + 1 }),
      (state, ...rest) => ({ ...stepOf(parts({ ...state, t: 0 }, ...rest)), t: state.t + 1 }),
    ],
  },
  {
    id: 'adam/no-root',
    title: 'divided by the second moment itself',
    hint: 'v holds squares: take the root of its corrected value before you divide by it.',
    caughtBy: 'with epsilon 0 the size of gradients does not matter, only their ratios',
    implementation: dividing((m, v, { c1, c2, epsilon }) => m / c1 / (v / c2 + epsilon)),
  },
  {
    id: 'adam/step-not-counted',
    title: 'the step count is returned unchanged',
    hint: 'Return t + 1, the number of steps made by now, so that the next step corrects by it.',
    caughtBy: 'each step is counted once',
    implementation: (state, ...rest) => {
      const p = parts(state, ...rest);
      return { theta: right(p), m: p.m, v: p.v, t: state.t };
    },
    readings: [
      (state, gradient, options) => {
        const p = parts(state, gradient, options, state.t);
        return { theta: right(p), m: p.m, v: p.v, t: state.t };
      },
    ],
  },
  {
    id: 'adam/correction-multiplied',
    title: 'the moments are multiplied by their corrections',
    hint: 'The corrections 1 - beta^t are below 1 and have to enlarge the moments: divide m and v by them.',
    caughtBy: 'first step',
    implementation: stepping(({ c1, c2 }) => ({ c1: 1 / c1, c2: 1 / c2 })),
    readings: [
      stepping(({ c1 }) => ({ c1: 1 / c1 })),
      stepping(({ c2 }) => ({ c2: 1 / c2 })),
      // in the rate, which leaves epsilon out
      dividing((m, v, { c1, c2, epsilon }) => (m * c1) / Math.sqrt(c2) / (Math.sqrt(v) + epsilon)),
      dividing((m, v, { c1, c2, epsilon }) => (m * c1 * Math.sqrt(c2)) / (Math.sqrt(v) + epsilon)),
      dividing((m, v, { c1, c2, epsilon }) => m / (c1 * Math.sqrt(c2)) / (Math.sqrt(v) + epsilon)),
    ],
  },
  {
    id: 'adam/power-missing',
    title: 'the corrections 1 - beta lack the power of t',
    hint: 'The corrections fade as the steps go on: raise each beta to the power of the new t, 1 - beta ** t.',
    caughtBy: 'second step',
    implementation: stepping(({ beta1, beta2 }) => ({ c1: 1 - beta1, c2: 1 - beta2 })),
    readings: [
      stepping(({ beta1 }) => ({ c1: 1 - beta1 })),
      stepping(({ beta2 }) => ({ c2: 1 - beta2 })),
      dividing(
        (m, v, { beta1, beta2, epsilon }) => (m * Math.sqrt(1 - beta2)) / (1 - beta1) / (Math.sqrt(v) + epsilon),
      ),
    ],
  },
  {
    id: 'adam/root-multiplied',
    title: 'multiplied by the root of the second moment',
    hint: 'Divide by the root of the second moment: parameters with large gradients must not take larger steps than the others.',
    caughtBy: 'with epsilon 0 the size of gradients does not matter, only their ratios',
    implementation: dividing((m, v, { c1, c2, epsilon }) => (m / c1) * (Math.sqrt(v / c2) + epsilon)),
    readings: [
      // without the brackets, and without epsilon
      dividing((m, v, { c1, c2, epsilon }) => (m / c1) * Math.sqrt(v / c2) + epsilon),
      dividing((m, v, { c1, c2 }) => (m / c1) * Math.sqrt(v / c2)),
    ],
  },
  {
    id: 'adam/gradient-not-squared',
    title: 'the second moment takes in the gradient, not its square',
    hint: 'v is the mean of squared gradients: mix g * g into it, not g, or its root is not a number once v is negative.',
    caughtBy: 'each moment with its own beta',
    implementation: accumulating((g) => g),
    readings: [accumulating(Math.abs)],
  },
  {
    id: 'adam/old-moments',
    title: 'the step is made with the moments of the step before',
    hint: 'Let the gradient into m and v first, then correct these new moments and step by them.',
    caughtBy: 'first step',
    implementation: stepping(({ state: { m, v } }) => ({ m, v })),
    readings: [
      // one of the two
      stepping(({ state: { m } }) => ({ m })),
      stepping(({ state: { v } }) => ({ v })),
      // corrected by the count of the step before, too
      stepping(({ state: { m, v, t }, beta1, beta2 }) => ({ m, v, c1: 1 - beta1 ** t, c2: 1 - beta2 ** t })),
    ],
  },
];

function stepOf(p: Parts): State {
  return { theta: right(p), m: p.m, v: p.v, t: p.t };
}

/** What a variable holds before the first call. */
function atRest({ theta, m, v }: State): State {
  return { theta, m: m.map(() => 0), v: v.map(() => 0), t: 0 };
}
