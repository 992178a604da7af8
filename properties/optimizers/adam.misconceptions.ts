import type { Misconception } from '../entry/entry.ts';
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

export const misconceptions: readonly Misconception<Adam>[] = [
  {
    id: 'adam/no-bias-correction',
    title: 'the moments are used uncorrected',
    hint: 'Both moments begin at 0 and so are too small at first: divide m by 1 - beta1^t and v by 1 - beta2^t before the step.',
    caughtBy: 'with epsilon 0 the first step has the length of the rate, against the gradient',
    implementation: (...args) => {
      const p = parts(...args);
      return { theta: moved(p, (m, v) => m / (Math.sqrt(v) + p.epsilon)), m: p.m, v: p.v, t: p.t };
    },
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
    implementation: (...args) => {
      const p = parts(...args);
      return { theta: moved(p, (m, v) => m / p.c1 / Math.sqrt(v / p.c2 + p.epsilon)), m: p.m, v: p.v, t: p.t };
    },
  },
  {
    id: 'adam/epsilon-before-correction',
    title: 'epsilon is added to the root of the uncorrected second moment',
    hint: 'Correct v first, then take the root, then add epsilon: added earlier, the correction enlarges epsilon too.',
    caughtBy: 'first step',
    implementation: (...args) => {
      const p = parts(...args);
      const theta = moved(p, (m, v) => ((m / p.c1) * Math.sqrt(p.c2)) / (Math.sqrt(v) + p.epsilon));
      return { theta, m: p.m, v: p.v, t: p.t };
    },
    readings: [
      (...args) => {
        const p = parts(...args);
        return { theta: moved(p, (m, v) => m / p.c1 / Math.sqrt((v + p.epsilon) / p.c2)), m: p.m, v: p.v, t: p.t };
      },
    ],
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
    id: 'adam/no-root',
    title: 'divided by the second moment itself',
    hint: 'v holds squares: take the root of its corrected value before you divide by it.',
    caughtBy: 'with epsilon 0 the size of gradients does not matter, only their ratios',
    implementation: (...args) => {
      const p = parts(...args);
      return { theta: moved(p, (m, v) => m / p.c1 / (v / p.c2 + p.epsilon)), m: p.m, v: p.v, t: p.t };
    },
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
];
