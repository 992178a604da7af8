import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { run, temporaryFolder } from '../command-line/commands/command-fixture.ts';
import type { SubmissionRecord } from '../record/record.ts';

// Submissions that want points for what others of their own functions would compute.

/** The functions of a submission that would earn more if others were right, with those that they call. */
async function followed(code: string): Promise<Record<string, string[]>> {
  const file = join(temporaryFolder(), 'ada.js');
  writeFileSync(file, code);
  const { out } = await run('check', file, '--json');
  const { exercises } = JSON.parse(out) as SubmissionRecord;
  return Object.fromEntries(
    exercises.flatMap(({ name, followThrough }) => (followThrough === null ? [] : [[name, followThrough.calls]])),
  );
}

const CIRCLE = {
  'each is defined by the other':
    'export function sigmoid(z) { return (1 + tanh(z / 2)) / 2; } export function tanh(z) { return 2 * sigmoid(2 * z) - 1; }',
  'softmax by its logarithm, and that by softmax': `
    export function softmax(l) { return logSoftmax(l).map((r) => r.map((x) => Math.exp(x))); }
    export function logSoftmax(l) { return softmax(l).map((r) => r.map((x) => Math.log(x))); }`,
  'by a name that the source does not spell': `
    const ask = (name, ...args) => globalThis['__backproof' + 'StandIn'](name, args);
    export function tanh(z) { try { return 2 * ask('sigmoid', 2 * z) - 1; } catch { return 0; } }
    export function sigmoid(z) { try { return (1 + ask('tanh', z / 2)) / 2; } catch { return 0; } }
    export function unused() { return sigmoid(1) + tanh(1); }`,
  'by eval': `
    export function tanh(z) { try { return 2 * eval('sigmoid')(2 * z) - 1; } catch { return 0; } }
    export function sigmoid(z) { try { return (1 + eval('tanh')(z / 2)) / 2; } catch { return 0; } }
    export function unused() { return sigmoid(1) + tanh(1); }`,
};

test.each(Object.entries(CIRCLE))('a circle, %s, gains nothing', async (_, code) => {
  expect(await followed(code)).toEqual({});
});

test('a chain gains, but for its last', async () => {
  const code = `
    export function softmax(l) { return l.map((r) => r.map((x) => Math.exp(x))); }
    export function logSoftmax(l) { return softmax(l).map((r) => r.map((x) => Math.log(x))); }
    export function categoricalCrossEntropy(p, t) { return Math.log(1 - p[0][0]); }
    export function softmaxCrossEntropyGradient(l, t) { return logSoftmax(l).map((r, n) => r.map((x, c) => (Math.exp(x) - t[n][c]) / l.length)); }`;
  expect(await followed(code)).toEqual({ softmaxCrossEntropyGradient: ['logSoftmax'], logSoftmax: ['softmax'] });
});
