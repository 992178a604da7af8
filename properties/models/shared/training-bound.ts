import { flat, type NdArray } from '../../../reference/ndarray.ts';
import type { AdamState } from '../../../reference/optimizers/adam.ts';
import { adam as adamEntry } from '../../optimizers/adam.ts';
import { type Rounded, Rounding } from '../../rounding/rounding.ts';
import type { Format } from '../../values/format.ts';
import { nth } from '../../values/nth.ts';
import { roundedWeights } from './flat-weights.ts';
import type { Model } from './model.ts';
import { StepGraph } from './step-graph.ts';
import type { Training } from './training.ts';

/** How far a training in another format may be from that of the reference. */
export interface TrainingBound {
  /** of the loss before each step */
  losses: number[];
  /** of the sum of the weights after the last step, each times its entry of a direction */
  along: (direction: NdArray) => number;
}

/** The numbers of a step: its loss, and the state of Adam before and after it. */
interface Step {
  graph: StepGraph;
  loss: Rounded;
  before: Rounded[];
  after: Rounded[];
}

/** The errors are a few millionths of what moves them: what is beyond first order, and the rounding of the reference, is less. */
const BEYOND_FIRST_ORDER = 2;

/**
 * The rounding of every single operation of a training, carried to the end to first order: an operation that is off by a little
 * changes a later loss by that times the derivative of the loss by its result. The derivatives come from going backwards
 * through all steps at once, from the running-error forms of the formulas and of their gradients, around the numbers that
 * the reference has. Errors that are carried forwards as intervals, as one formula's are, would reach the size of the loss
 * within a step and grow from step to step, since they forget how errors cancel.
 */
export function boundOfTraining(model: Model, { states }: Training, format: Format): TrainingBound {
  const steps = states.slice(0, -1).map((state, step) => stepOf(model, state, step, format));
  const reached = (weights: ReadonlyMap<Rounded, number>, last: number): number => {
    let outputs = weights;
    let total = 0;
    for (let k = last; k >= 0; k--) {
      const { graph, before } = nth(steps, k);
      const { error, slopes } = graph.backwards(outputs, before);
      total += error;
      if (k > 0) outputs = new Map(nth(steps, k - 1).after.map((number, i) => [number, nth(slopes, i)]));
    }
    return BEYOND_FIRST_ORDER * total;
  };
  return {
    losses: steps.map(({ loss }, step) => reached(new Map([[loss, 1]]), step)),
    along: (direction) => {
      const weights = flat(direction);
      const last = nth(steps, steps.length - 1).after;
      return reached(new Map(last.map((number, i) => [number, weights[i] ?? 0])), steps.length - 1);
    },
  };
}

function stepOf(model: Model, state: AdamState, step: number, format: Format): Step {
  const r = new Rounding(format);
  const exact = (array: NdArray): Rounded[] => [...flat(array)].map((x) => r.exact(x));
  const [theta, m, v] = [exact(state.theta), exact(state.m), exact(state.v)];
  const loss = model.rounded(r, roundedWeights(model.weights, theta), step);
  const gradient = r.gradient([loss], [1], theta);
  const { learningRate, beta1, beta2, epsilon } = model.adam;
  const next = adamEntry.rounding(r, { theta, m, v, t: r.exact(state.t) }, gradient, {
    learningRate: r.input(learningRate),
    beta1: r.input(beta1),
    beta2: r.input(beta2),
    epsilon: r.input(epsilon),
  }) as Record<'theta' | 'm' | 'v', Rounded[]>;
  const after = [...next.theta, ...next.m, ...next.v];
  return { graph: new StepGraph([loss, ...after]), loss, before: [...theta, ...m, ...v], after };
}
