import { expect, test } from 'vitest';
import { startBackend } from '../../accelerated/backends.ts';
import type { Entry } from '../../properties/entry/entry.ts';
import { softmax } from '../../properties/training/softmax.ts';
import { unboundedAgreement } from './agreement.ts';
import { computeOnDevice } from './compute.ts';

// The functions of an entry are checked against its parameters when they are called.
const entry = softmax as unknown as Entry;

test('a value of more forms than the bound is stated for is shown beside the reference, not judged', async () => {
  const { description } = await startBackend('cpu');
  const device = { name: 'cpu' as const, description, module: await import('../../accelerated/training/softmax.ts') };
  const matrix = await computeOnDevice(entry, device, { args: [[[0, Math.log(3)]]] });
  expect(matrix.agreement?.agrees).toBe(true);
  const vector = await computeOnDevice(entry, device, { args: [[0, Math.log(3)]] });
  expect(vector.agreement).toMatchObject({ agrees: null, mismatch: null, worst: { allowed: Number.NaN } });
  expect(vector.agreement?.worst?.difference).toBeLessThan(1e-6);
});

test('a value of another shape differs, whatever the bound', () => {
  expect(unboundedAgreement([0.25, 0.75], [0.25, 0.5]).worst).toMatchObject({ path: [1], difference: 0.25 });
  expect(unboundedAgreement([0.25], [0.25, 0.75])).toMatchObject({ agrees: false, differences: [] });
  expect(unboundedAgreement([Number.NaN], [0.25]).agrees).toBe(false);
});
