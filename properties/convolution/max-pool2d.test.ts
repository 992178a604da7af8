import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { startBackend } from '../../accelerated/backends.ts';
import { gradientByAutodiff, gradientByHand, gradientOnDevice, upstreamLike } from '../entry/gradient.ts';
import { plain } from '../entry/subject.ts';
import { grid, numbers } from '../inputs/inputs.ts';
import { describeMismatch, firstMismatch } from '../values/agreement.ts';
import { float32, float64 } from '../values/format.ts';
import type { Value } from '../values/value.ts';
import { maxPool2d } from './max-pool2d.ts';
import { poolInputs } from './shared/pool-inputs.ts';

// If two pixels of a window are equally large there is no derivative, and so no central difference: the catalogue
// says that the first of them takes the gradient.

const tied = fc.tuple(poolInputs(fc.integer({ min: -1, max: 1 })) as fc.Arbitrary<Value[]>, numbers(grid, 16));
const compute = plain(maxPool2d, maxPool2d.reference);

describe('maxPool2d gradient at ties', () => {
  test('goes to the first of the largest pixels', () => {
    const x = [[[[2], [5], [5]]], [[[-3], [-3], [-3]]]];
    const got = gradientByHand(maxPool2d, [[[[0.5]]], [[[0.25]]]], [x, { window: [1, 3] }]);
    expect(got).toEqual({ x: [[[[0], [0.5], [0]]], [[[0.25], [0], [0]]]] });
  });

  test('by hand equals backward differentiation', () => {
    const property = fc.property(tied, ([args, weights]) => {
      const upstream = upstreamLike(compute(args), weights);
      const { value, allowed, because } = gradientByAutodiff(maxPool2d, upstream, args, float64);
      expectNone(gradientByHand(maxPool2d, upstream, args), value, { allowed, because });
    });
    fc.assert(property, { seed: 1 });
  });

  test.each(['wasm', 'cpu'] as const)('goes to the first of the largest pixels on %s', async (backend) => {
    await startBackend(backend);
    const module = (await maxPool2d.accelerated?.()) ?? {};
    const property = fc.asyncProperty(tied, async ([args, weights]) => {
      const upstream = upstreamLike(compute(args), weights);
      const { allowed, because } = gradientByAutodiff(maxPool2d, upstream, args, float32());
      const got = await gradientOnDevice(maxPool2d, module, upstream, args);
      expectNone(got, gradientByHand(maxPool2d, upstream, args), { allowed, because });
    });
    await fc.assert(property, { seed: 1 });
  });
});

function expectNone(got: Value, expected: Value, terms: Omit<Parameters<typeof firstMismatch>[2], 'signedZero'>): void {
  const mismatch = firstMismatch(got, expected, { ...terms, signedZero: false });
  expect(mismatch && describeMismatch(mismatch)).toBeNull();
}
