import { describe, expect, test } from 'vitest';
import { loadEntries, nameOf } from '../../properties/entry/entries.ts';
import type { Cell, Measured, Outcome } from './cell.ts';
import { Draw } from './draw.ts';
import { benchPage } from './page.ts';
import { benchPicture } from './picture.ts';
import { promiseLines, promiseOf } from './promise.ts';
import { type BenchResult, withAgain } from './result.ts';
import { shownOutcome, shownRatio } from './shown.ts';
import { SIZES } from './size.ts';
import { loadSized, sizedPaths } from './sized.ts';
import { timeByTurns } from './time-by-turns.ts';

const cell: Cell = { formula: 'training/softmax', direction: 'forward', size: 'middle' };
const time = (ms: number): Outcome => ({ kind: 'time', ms });
const over: Outcome = { kind: 'over', limitMs: 10_000 };
const failed: Outcome = { kind: 'failed', message: 'no such kernel' };

function measured(reference: Outcome, backend: Outcome, rest: Partial<Measured> = {}): Measured {
  const ratio = reference.kind === 'time' && backend.kind === 'time' ? reference.ms / backend.ms : null;
  return { ...cell, backend: 'cpu', outcomes: { reference, backend }, ratio, ...rest };
}

describe('the arguments', () => {
  test.each(sizedPaths())('of %s are what its reference takes', async (path) => {
    const [located] = await loadEntries(new Set([nameOf(path)]));
    const sized = await loadSized(path);
    const size = SIZES[0] as (typeof SIZES)[number];
    expect(located?.path).toBe(path);
    const result = located?.entry.reference(...sized(size, new Draw(1)));
    expect(result).toBeDefined();
    expect(located?.entry.reference(...sized(size, new Draw(1)))).toEqual(result);
  });
});

describe('what is shown', () => {
  test.each<[Outcome, string]>([
    [time(0.0123), '12 us'],
    [time(3.456), '3.5 ms'],
    [time(1234), '1.2 s'],
    [over, '> 10 s'],
    [failed, 'failed'],
  ])('%o is %s', (outcome, text) => {
    expect(shownOutcome(outcome)).toBe(text);
  });
  test.each<[Outcome, Outcome, string]>([
    [time(30), time(2), '15'],
    [time(1), time(64), '0.016'],
    [time(9.96), time(1), '10'],
    [over, time(10), '>1000'],
    [time(10), over, '<0.0010'],
    [over, over, '–'],
    [time(1), failed, '–'],
  ])('the ratio of %o and %o is %s', (reference, backend, text) => {
    expect(shownRatio(measured(reference, backend))).toBe(text);
  });
});

describe('the promise', () => {
  const verdict = (one: Measured): string | undefined => promiseOf([one])[0]?.verdict;
  test('is kept up to 30 times', () => {
    expect(verdict(measured(time(29), time(1)))).toBe('kept');
    expect(verdict(measured(time(31), time(1)))).toBe('missed');
  });
  test('is missed, kept, or open if a limit ended the measurement', () => {
    expect(verdict(measured(over, time(10)))).toBe('missed');
    expect(verdict(measured(over, time(1000)))).toBe('open');
    expect(verdict(measured(time(1), over))).toBe('kept');
    expect(verdict(measured(over, over))).toBe('open');
    expect(verdict(measured(time(1), failed))).toBe('open');
  });
  test('takes the direction that is worse, and only the middle size on cpu', () => {
    const cells = [
      measured(time(2), time(1)),
      measured(time(40), time(1), { direction: 'gradient' }),
      measured(time(99), time(1), { size: 'large' }),
      measured(time(99), time(1), { backend: 'wasm' }),
    ];
    expect(promiseOf(cells)).toEqual([
      { formula: cell.formula, direction: 'gradient', verdict: 'missed', timesSlower: 40 },
    ]);
    expect(promiseLines(cells)).toEqual([
      'missed: softmax (gradient) takes 40 times as long as tfjs on cpu at the middle size',
    ]);
  });
});

test('the page and the picture hold every cell', () => {
  const backends = [
    { name: 'cpu', detail: 'plain JavaScript', started: true },
    { name: 'webgpu', detail: 'no device', started: false },
  ] as const;
  const cells = [
    measured(time(30), time(2)),
    measured(over, time(1_000), { formula: 'training/tanh' }),
    measured(time(1), time(50), { direction: 'gradient' }),
  ];
  const result: BenchResult = {
    machine: 'a machine',
    load: [1.25, 2],
    limitMs: 10_000,
    backends: [...backends],
    cells,
    unmeasured: ['perceptron/one-hot'],
  };
  const page = benchPage(result, 'bench');
  expect(page).toContain('| softmax | middle | forward | 30 ms | 2.0 ms | 15 | kept |');
  expect(page).toContain('a load of\n1.3 at the beginning and 2.0 at the end');
  expect(page).toMatch(/^oneHot\.$/m);
  expect(page).toContain('webgpu was not measured: no device');
  const picture = benchPicture(result);
  expect(picture.match(/class="value"/g)).toHaveLength(3);
  expect(picture).toContain('>15</text>');
  expect(picture).toContain('>&gt;10</text>');
  expect(picture).toContain('>1/50</text>');
  expect(picture).not.toMatch(/NaN|undefined/);
});

test('every contender has its turn in each round', async () => {
  const turns: string[] = [];
  const call = (name: string) => (): Promise<unknown> => {
    turns.push(name);
    return new Promise((resolve) => setTimeout(resolve, 3));
  };
  // Room for two rounds and more on a machine however busy.
  const times = await timeByTurns({ slow: call('slow'), quick: call('quick') }, 10_000);
  expect(times.slow?.length).toBe(times.quick?.length);
  expect(turns.slice(-4)).toEqual(['slow', 'quick', 'slow', 'quick']);
});

test('what was measured again stands in the place of the former figures, and the page says so', () => {
  const [softmax, relu] = [measured(time(64), time(1)), measured(time(2), time(1), { formula: 'backprop/relu' })];
  const whole: BenchResult = {
    machine: 'here',
    load: [1, 1],
    limitMs: 10_000,
    backends: [],
    cells: [softmax, relu],
    unmeasured: [],
  };
  const faster = measured(time(15), time(1));
  const result = withAgain(whole, { ...whole, load: [2, 3], cells: [faster] });
  expect(result.cells).toEqual([faster, relu]);
  expect(benchPage(result, 'bench')).toContain('changed: softmax (load 2.0 and 3.0).');
  const elsewhere = { ...whole, cells: [softmax, { ...softmax, backend: 'wasm' as const }] };
  expect(() => withAgain(elsewhere, { ...whole, cells: [faster] })).toThrow(/^wasm is among the kept figures/);
  expect(benchPage(whole, 'bench')).not.toContain('again');
});
