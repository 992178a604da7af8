import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { judge, kill, LIMITS, poolOf, RIGHT, statusesOf } from './process-fixture.ts';

const ALL = RIGHT.relu + RIGHT.sigmoid + RIGHT.softmax;
const NAMES = ['relu', 'sigmoid', 'softmax'];
/** Works for seconds in a built-in, and counts a tick every now and then, so that no rule about ticks applies. */
const SLOW = `const s = 'ab'.repeat(3000);
const work = () => { let n = 0; for (let i = 0; i < 4e6; i++) n += s.indexOf('aa'); return n; };\n`;
const SLOW_RELU = `${SLOW}export const relu = (z) => (work(), z > 0 ? z : 0);\n`;
const SLOW_SIGMOID = `${SLOW.replaceAll('work', 'more').replace('const s ', 'const t ')}export const sigmoid = (z) => more();\n`;
/** Never ends, and counts ticks as long as the limits let it. */
const ENDLESS_RELU = 'export function relu() { for (;;); }\n';
const OWN_TIME = { freeMs: 2500, freeStarts: 0, sharedMs: 0 };

describe.skipIf(process.platform === 'win32')('a process that is killed from outside', () => {
  test.each([
    ['before it judges an exercise', 0],
    ['while it judges one', 200],
  ])('once, %s, changes nothing', async (_, delay) => {
    let kills = 0;
    const pool = poolOf({}, (name) => {
      if (name === 'sigmoid' && kills++ === 0) setTimeout(() => kill('SIGKILL'), delay);
    });
    const undisturbed = await judge(poolOf({}), ALL, NAMES);
    const disturbed = await judge(pool, ALL, NAMES);
    expect(kills).toBeGreaterThan(0);
    expect({ ...disturbed, times: null }).toEqual({ ...undisturbed, times: null });
    expect(statusesOf(disturbed)).toEqual(['correct', 'correct', 'correct']);
  });

  test.each(['SIGKILL', 'SIGTERM'] as const)('by %s each time is a fault and no zero', async (signal) => {
    const pool = poolOf({}, () => setTimeout(() => kill(signal), 150));
    const judged = await judge(pool, ENDLESS_RELU, ['relu']);
    expect(judged).toMatchObject({ kind: 'fault', message: expect.stringContaining(signal) });
  });

  test('while it loads the submission, each time, is a fault and no zero', async () => {
    const pool = poolOf({});
    const judged = judge(pool, 'for (;;);', ['relu']);
    const killing = setInterval(() => kill('SIGKILL'), 100);
    expect(await judged).toMatchObject({ kind: 'fault' });
    clearInterval(killing);
  });
});

describe.skipIf(process.platform === 'win32')('a process that is stopped', () => {
  test('and goes on gives the verdict as if it had not been', async () => {
    let stops = 0;
    // What it may take is far less than the time for which it stands still.
    const pool = poolOf({ ...OWN_TIME, lookMs: 50, silentLooks: 100 }, () => {
      stops += 1;
      kill('SIGSTOP');
      setTimeout(() => kill('SIGCONT'), 4000);
    });
    expect(statusesOf(await judge(pool, ALL, NAMES))).toEqual(['correct', 'correct', 'correct']);
    expect(stops).toBeGreaterThan(0);
  });

  test('for ever is replaced', async () => {
    let stops = 0;
    const pool = poolOf({ lookMs: 50, silentLooks: 60 }, (name) => {
      if (name === 'softmax' && stops++ === 0) kill('SIGSTOP');
    });
    expect(statusesOf(await judge(pool, ALL, NAMES))).toEqual(['correct', 'correct', 'correct']);
    expect(stops).toBeGreaterThan(1);
  });
});

describe('code that takes too long without ticks', () => {
  test('costs its own exercises, and the right ones beside it are right', async () => {
    const pool = poolOf(OWN_TIME);
    const judged = await judge(pool, SLOW_RELU + SLOW_SIGMOID + RIGHT.softmax, NAMES);
    expect(statusesOf(judged)).toEqual(['timeout', 'timeout', 'correct']);
  });

  test('while its style is tried, costs nobody anything', async () => {
    // A wrong softmax is tried with single rows, in case it takes one sample.
    const wrong = `${SLOW}export function softmax(l) { if (!Array.isArray(l[0])) { work(); work(); work(); } return l; }`;
    const judged = await judge(poolOf(OWN_TIME), wrong + RIGHT.sigmoid, ['softmax', 'sigmoid']);
    expect(statusesOf(judged)).toEqual(['wrong', 'correct']);
  });

  test('at load makes the submission invalid', async () => {
    const judged = await judge(poolOf(OWN_TIME), `${SLOW}work();work();work();${RIGHT.relu}`, ['relu']);
    expect(judged).toMatchObject({ kind: 'unloadable', message: 'takes too long to load' });
  });
});

test('processes that do not start are faults, and are not started for ever', async () => {
  const pool = poolOf({ lookMs: 1, silentLooks: 1 });
  const messages: string[] = [];
  for (let n = 0; n < 4; n++) {
    const judged = await judge(pool, RIGHT.relu, ['relu']);
    messages.push(judged.kind === 'fault' ? judged.message : judged.kind);
  }
  expect(messages).toEqual([
    ...Array(3).fill('a process to run submissions did not start: it gave no sign of life'),
    'no process to run submissions starts on this machine any more',
  ]);
});

describe('memory', () => {
  test('of the process is bounded, and there is no second try', async () => {
    let tries = 0;
    // The limit of the engine lies beyond that of its process, so that the second is what ends it.
    const limits = { ...LIMITS, memoryMiB: 1024 };
    const onOracle = (name: string): void => {
      if (name === 'relu') tries += 1;
    };
    const pool = poolOf({ memoryMiB: 200 }, onOracle, limits);
    const hoard = 'const all = []; for (let i = 0; i < 1500; i++) all.push(new Float64Array(5e4).fill(i)); for (;;);';
    const judged = await judge(pool, `${RIGHT.sigmoid}export function relu() { ${hoard} }`, ['relu', 'sigmoid']);
    expect(judged).toMatchObject({
      exercises: [{ status: 'memory', message: 'takes more memory than its process may have' }, {}],
    });
    expect(tries).toBe(1);
  });

  test('that thousands of errors in one line take stays small', async () => {
    const judged = await judge(poolOf({ memoryMiB: 500 }), 'let a;'.repeat(6000), ['relu'], 'ada.ts');
    expect(judged).toMatchObject({
      report: {
        failures: [{ message: expect.stringContaining('Identifier `a` has already been declared'), line: 'ada.ts:1' }],
      },
    });
  });
});

test.skipIf(process.platform === 'win32')(
  'a run that is stopped as a whole and goes on gives the verdict as if it had not been',
  async () => {
    const child = spawn(
      process.execPath,
      ['--import', 'tsx', fileURLToPath(new URL('pool.child.ts', import.meta.url))],
      {
        // a group of its own, as a shell gives it, so that all of it can be stopped
        detached: true,
        stdio: ['ignore', 'pipe', 'inherit'],
      },
    );
    const group = -(child.pid as number);
    let printed = '';
    let stops = 0;
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      printed += text;
      if (!text.includes('judging')) return;
      stops += 1;
      process.kill(group, 'SIGSTOP');
      setTimeout(() => process.kill(group, 'SIGCONT'), 4000);
    });
    await new Promise((resolve) => child.once('close', resolve));
    expect(printed).toBe('judging\ncorrect,correct,correct\n');
    expect(stops).toBe(1);
  },
);
