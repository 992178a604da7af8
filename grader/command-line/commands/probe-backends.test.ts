import { expect, test } from 'vitest';
import { probeBackends } from './probe-backends.ts';

test('a backend that works says what it is; one that does not, why, in one line', async () => {
  const [none, cpu] = await probeBackends(['abacus' as 'cpu', 'cpu']);
  expect(cpu).toEqual({ name: 'cpu', works: true, detail: expect.stringContaining('tfjs') });
  expect(none).toEqual({ name: 'abacus', works: false, detail: expect.stringMatching(/^[^\n]+$/) });
});
