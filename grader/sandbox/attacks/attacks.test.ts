import { describe, expect, it } from 'vitest';
import { Sandbox } from '../sandbox.ts';
import { ATTACKS } from './attacks.ts';
import { HOSTILE_VALUES } from './hostile-values.ts';
import { HOSTILE_WORK } from './hostile-work.ts';

const LIMITS = { ticks: 400, memoryMiB: 32 };
const ARGS = [
  [
    [1, 2],
    [3, 4],
  ],
];

describe('attacks', () => {
  it.each([...ATTACKS, ...HOSTILE_VALUES, ...HOSTILE_WORK])('$name', async ({ code, expected }) => {
    const honest = { path: 'honest.js', code: 'export function honest(x) { return x; }' };
    const sandbox = await Sandbox.open([{ path: 'attack.js', code }, honest], LIMITS);
    if (expected.kind === 'unloaded') {
      expect(sandbox.failures.map((failure) => failure.file)).toEqual(['attack.js']);
      expect(sandbox.functions.has('attack')).toBe(false);
      if (expected.message !== undefined) expect(sandbox.failures[0]?.message).toBe(expected.message);
    } else {
      expect(sandbox.failures).toEqual([]);
      expect(sandbox.call('attack', ARGS)).toMatchObject(expected);
    }
    // the other file still answers
    expect(sandbox.call('honest', ARGS)).toEqual({ kind: 'value', value: ARGS[0], changed: false });
    sandbox.dispose();
  });
});
