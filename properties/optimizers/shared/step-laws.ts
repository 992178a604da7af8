import fc from 'fast-check';
import { expectClose, type Law, law } from '../../entry/law.ts';
import { nth } from '../../values/nth.ts';
import { mapNumbers } from '../../values/tree.ts';
import type { Vector } from '../../values/value.ts';
import { gridMoments } from './optimizer-inputs.ts';

/** Laws that several optimizers share, whatever else their states hold. */

type WithMomentum = { theta: Vector; m: Vector };
type MomentumStep<X, O> = (state: WithMomentum, downhill: X, options?: O) => WithMomentum;

/** The law of the optimizers that step along their momentum; `rateOf` is the learning rate of what was drawn. */
export function stepsAlongMomentum<X, O>(
  inputs: fc.Arbitrary<[WithMomentum, X, O | undefined]>,
  rateOf: (options: O | undefined) => number,
): Law<MomentumStep<X, O>> {
  return law<MomentumStep<X, O>, [[WithMomentum, X, O | undefined]]>(
    'the parameters move by the rate times the new m',
    fc.tuple(inputs),
    async (f, [state, downhill, options]) => {
      const learningRate = rateOf(options);
      const args: Parameters<MomentumStep<X, O>> =
        options === undefined ? [state, downhill] : [state, downhill, options];
      const { theta, m } = await f(...args);
      const allowed = f.allowed(...args);
      const expected = state.theta.map((x, i) => x - learningRate * nth(m, i));
      const moved = mapNumbers(allowed.m, (error) => learningRate * error);
      const own = expected.map((x, i) => 2 ** -51 * (Math.abs(x) + Math.abs(nth(state.theta, i))));
      expectClose(theta, expected, allowed.theta, moved, own);
    },
  );
}

type AdaptiveStep<S, O> = (state: S, gradient: Vector, options: O) => { theta: Vector };

/** The law of the optimizers that divide the gradient by its own size in the first step; `starts` are at rest, with epsilon 0. */
export function firstStepByRate<S extends { theta: Vector }, O extends { learningRate: number }>(
  starts: fc.Arbitrary<[state: S, gradient: Vector, options: O]>,
): Law<AdaptiveStep<S, O>> {
  return law<AdaptiveStep<S, O>, [[S, Vector, O]]>(
    'with epsilon 0 the first step has the length of the rate, against the gradient',
    fc.tuple(starts),
    async (f, [state, gradient, options]) => {
      const { theta } = await f(state, gradient, options);
      const allowed = f.allowed(state, gradient, options).theta;
      const expected = state.theta.map((x, i) => x - options.learningRate * Math.sign(nth(gradient, i)));
      expectClose(theta, expected, allowed, allowed);
    },
  );
}

type SquaresStep<O> = (
  state: { theta: Vector; v: Vector },
  gradient: Vector,
  options: O & { learningRate: number; epsilon: number; epsilonInside?: boolean },
) => { theta: Vector };

/**
 * The law of the place of epsilon. `before` gives the v that a gradient turns into a given one under the further
 * options.
 */
export function epsilonPlaces<O extends object>(
  before: (v: number, gradient: number) => number,
  further: O,
): Law<SquaresStep<O>> {
  return law<SquaresStep<O>, [{ theta: Vector; gradient: Vector }, number]>(
    'epsilon is added to the root, or under it',
    fc.tuple(gridMoments, fc.constantFrom(0.25, 0.5, 2)),
    async (f, { theta, gradient }, epsilon) => {
      // v is such that 2^10 is the new one, or the new one with epsilon added.
      const outside = { theta, v: gradient.map((g) => before(2 ** 10, g)) };
      const chosen = { ...further, learningRate: 1, epsilon };
      const beside = theta.map((x, i) => x - nth(gradient, i) / (32 + epsilon));
      const allowed = f.allowed(outside, gradient, chosen).theta;
      expectClose((await f(outside, gradient, chosen)).theta, beside, allowed, allowed);
      const within = { theta, v: gradient.map((g) => before(2 ** 10 - epsilon, g)) };
      const inside = { ...chosen, epsilonInside: true };
      const under = theta.map((x, i) => x - nth(gradient, i) / 32);
      const allowedInside = f.allowed(within, gradient, inside).theta;
      expectClose((await f(within, gradient, inside)).theta, under, allowedInside, allowedInside);
    },
  );
}
