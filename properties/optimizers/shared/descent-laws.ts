import fc from 'fast-check';
import { expectClose, type Law, law } from '../../entry/law.ts';
import { grid, numbers, size, take } from '../../inputs/inputs.ts';
import { nth } from '../../values/nth.ts';
import type { Vector } from '../../values/value.ts';

/** Parameters and two gradients on a grid, and rates of few bits, so that sums of steps are exact. */
const drawn: fc.Arbitrary<[Vector, Vector, Vector]> = fc.tuple(size(4), numbers(grid)).map(([n, values]) => {
  const { vector } = take(values);
  return [vector(n), vector(n).map((g) => g || 0.5), vector(n).map((g) => g || -0.25)];
});
const rate = fc.constantFrom(0.125, 0.25, 0.5, 0.75, 1, 2);

/**
 * What plain gradient descent obeys, whatever the order of its arguments: `args` makes them from the parameters, the
 * gradient and the learning rate.
 */
export function descentLaws<A extends unknown[]>(
  args: (theta: Vector, gradient: Vector, learningRate: number) => A,
): Law<(...args: A) => Vector>[] {
  type Step = (...args: A) => Vector;
  return [
    law<Step, [[Vector, Vector, Vector], number]>(
      'at rate 1 it leads to the bottom of half a squared distance in one step',
      fc.tuple(drawn, rate),
      async (f, [theta, away]) => {
        const call = args(theta, away, 1);
        const bottom = theta.map((x, i) => x - nth(away, i));
        expectClose(await f(...call), bottom, f.allowed(...call));
      },
    ),
    law<Step, [[Vector, Vector, Vector], number, number]>(
      'two steps down one slope are one step at the sum of the rates',
      fc.tuple(drawn, rate, rate),
      async (f, [theta, gradient], first, second) => {
        const half = await f(...args(theta, gradient, first));
        const two = await f(...args(half, gradient, second));
        const one = args(theta, gradient, first + second);
        const allowed = f.allowed(...args(theta, gradient, first));
        expectClose(two, await f(...one), allowed, f.allowed(...args(half, gradient, second)), f.allowed(...one));
      },
    ),
    law<Step, [[Vector, Vector, Vector], number]>(
      'the step of a sum of gradients is the sum of their steps',
      fc.tuple(drawn, rate),
      async (f, [theta, g, h], learningRate) => {
        const after = await f(...args(theta, g, learningRate));
        const apart = await f(...args(after, h, learningRate));
        const sum = args(
          theta,
          g.map((x, i) => x + nth(h, i)),
          learningRate,
        );
        const allowed = f.allowed(...args(theta, g, learningRate));
        expectClose(apart, await f(...sum), allowed, f.allowed(...args(after, h, learningRate)), f.allowed(...sum));
      },
    ),
    law<Step, [[Vector, Vector, Vector], number]>(
      'a step up the gradient undoes the step down',
      fc.tuple(drawn, rate),
      async (f, [theta, gradient], learningRate) => {
        const down = args(theta, gradient, learningRate);
        const low = await f(...down);
        const up = args(
          low,
          gradient.map((g) => -g),
          learningRate,
        );
        expectClose(await f(...up), theta, f.allowed(...down), f.allowed(...up));
      },
    ),
    law<Step, [[Vector, Vector, Vector], number]>(
      'a parameter does not depend on the others',
      fc.tuple(drawn, rate),
      async (f, [theta, gradient], learningRate) => {
        const together = await f(...args(theta, gradient, learningRate));
        for (const [i, x] of theta.entries()) {
          const alone = args([x], [nth(gradient, i)], learningRate);
          const allowed = f.allowed(...alone);
          expectClose(await f(...alone), [nth(together, i)], allowed, allowed);
        }
      },
    ),
  ];
}
