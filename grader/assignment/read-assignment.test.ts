import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { UsageError } from '../text/errors.ts';
import type { KnownExercise } from './assignment.ts';
import { readAssignment } from './read-assignment.ts';

const KNOWN: KnownExercise[] = [
  { name: 'softmax', section: 'activations', points: 10 },
  { name: 'relu', section: 'activations', points: 5 },
  { name: 'adam', section: 'training', points: 20 },
];
const DEFAULTS = {
  shares: { unstable: 0.85, partial: 0.5, purity: 0.05, errors: 0.05 },
  limits: { ticks: 2000, memoryMiB: 32, sourceKiB: 512 },
};

function fileOf(content: unknown): string {
  const folder = mkdtempSync(join(tmpdir(), 'backproof-assignment-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const path = join(folder, 'week-4.json');
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}

const GOOD = { title: 'Week 4', exercises: [{ name: 'softmax', points: 2.5 }] };

describe('bundled assignments', () => {
  test('a section is its exercises, in their order, with the defaults', async () => {
    expect(await readAssignment('activations', KNOWN)).toEqual({
      name: 'activations',
      title: 'Activations',
      exercises: [
        { name: 'softmax', points: 10 },
        { name: 'relu', points: 5 },
      ],
      ...DEFAULTS,
    });
  });

  test('all is everything', async () => {
    const { name, exercises } = await readAssignment('all', KNOWN);
    expect(name).toBe('all');
    expect(exercises.map((exercise) => exercise.name)).toEqual(['softmax', 'relu', 'adam']);
  });
});

describe('an assignment in a file', () => {
  test('gets the defaults, and its name from the file', async () => {
    expect(await readAssignment(fileOf(GOOD), KNOWN)).toEqual({ name: 'week-4', ...GOOD, ...DEFAULTS });
  });

  test('may set some shares and limits, and begin with a byte order mark', async () => {
    const path = fileOf(
      `\uFEFF${JSON.stringify({ ...GOOD, shares: { partial: 0, unstable: 1 }, limits: { ticks: 9 } })}`,
    );
    const { shares, limits } = await readAssignment(path, KNOWN);
    expect(shares).toEqual({ ...DEFAULTS.shares, partial: 0, unstable: 1 });
    expect(limits).toEqual({ ...DEFAULTS.limits, ticks: 9 });
  });

  test('may have a policy: deadline, lateness, bonuses, points in all', async () => {
    const policy = { due: '2026-11-20T23:59', timeZone: 'Europe/Berlin', points: 20 };
    const exercises = [
      { name: 'softmax', points: 0 },
      { name: 'relu', points: 5 },
      { name: 'adam', points: 2, bonus: true },
    ];
    const read = await readAssignment(fileOf({ title: 'Week 4', exercises, ...policy, late: { perDay: 0.1 } }), KNOWN);
    expect(read).toEqual({
      name: 'week-4',
      title: 'Week 4',
      exercises,
      ...policy,
      late: { graceMinutes: 0, perDay: 0.1, most: 1 },
      ...DEFAULTS,
    });
  });

  test.each<[string, unknown, string]>([
    ['broken JSON', '{\n  "title": "x",\n  "exercises": [,]\n}', ':3:17 is not JSON: expected a value'],
    ['no JSON', '', ':1:1 is not JSON: expected a value'],
    ['a list', [], ': expected an object { title, exercises, due, late, timeZone, points, shares, limits }, got []'],
    [
      'null',
      'null',
      ': expected an object { title, exercises, due, late, timeZone, points, shares, limits }, got null',
    ],
    [
      'an unknown key',
      { ...GOOD, limit: {} },
      ': expected no key but title, exercises, due, late, timeZone, points, shares, limits (did you mean limits?), got "limit"',
    ],
    [
      'the key __proto__',
      '{"__proto__": 1}',
      ': expected no key but title, exercises, due, late, timeZone, points, shares, limits, got "__proto__"',
    ],
    ['no title', { exercises: GOOD.exercises }, ': title: expected a text that is not empty, got nothing'],
    ['an empty title', { ...GOOD, title: ' ' }, ': title: expected a text that is not empty, got " "'],
    ['no exercises', { title: 'x' }, ': exercises: expected a list with at least one exercise, got nothing'],
    ['an empty list', { title: 'x', exercises: [] }, ': exercises: expected a list with at least one exercise, got []'],
    [
      'a bare name',
      { title: 'x', exercises: ['softmax'] },
      ': exercises[0]: expected an object { name, points, bonus }, got "softmax"',
    ],
    [
      'an unknown key there',
      { title: 'x', exercises: [{ name: 'relu', point: 1 }] },
      ': exercises[0]: expected no key but name, points, bonus (did you mean points?), got "point"',
    ],
    [
      'a misspelt exercise',
      { title: 'x', exercises: [...GOOD.exercises, { name: 'sofmtax', points: 1 }] },
      ': exercises[1].name: expected the name of an exercise (did you mean softmax?), got "sofmtax"',
    ],
    [
      'an unknown exercise',
      { title: 'x', exercises: [{ name: 'transformer', points: 1 }] },
      ': exercises[0].name: expected the name of an exercise, got "transformer"',
    ],
    [
      'an exercise twice',
      { title: 'x', exercises: [...GOOD.exercises, ...GOOD.exercises] },
      ': exercises[1].name: expected each exercise once (exercises[0] is the same), got "softmax"',
    ],
    [
      'negative points',
      { title: 'x', exercises: [{ name: 'relu', points: -1 }] },
      ': exercises[0].points: expected a number from 0 to 1000000, got -1',
    ],
    [
      'a bonus that is a word',
      { title: 'x', exercises: [{ name: 'relu', points: 1, bonus: 'yes' }] },
      ': exercises[0].bonus: expected true or false, got "yes"',
    ],
    [
      'a deadline that is none',
      { ...GOOD, due: 'Friday' },
      ': due: expected a date and a time such as 2026-11-20T23:59',
    ],
    ['a deadline without a time', { ...GOOD, due: '2026-11-20' }, ': due: expected a date and a time such as'],
    ['a day that is none', { ...GOOD, due: '2026-11-31T10:00' }, ': due: expected a date and a time such as'],
    [
      'an unknown time zone',
      { ...GOOD, timeZone: 'Europe/Belrin' },
      ': timeZone: expected the name of a time zone such as Europe/Berlin or UTC, got "Europe/Belrin"',
    ],
    ['lateness without a deadline', { ...GOOD, late: { perDay: 0.1 } }, ': late: expected a deadline "due" beside it'],
    [
      'more than everything a day',
      { ...GOOD, due: '2026-11-20T10:00', late: { perDay: 10 } },
      ': late.perDay: expected a number from 0 to 1, got 10',
    ],
    [
      'a negative grace',
      { ...GOOD, due: '2026-11-20T10:00', late: { graceMinutes: -5 } },
      ': late.graceMinutes: expected a number of at least 0, got -5',
    ],
    [
      'an unknown part of lateness',
      { ...GOOD, due: '2026-11-20T10:00', late: { perday: 0.1 } },
      ': late: expected no key but graceMinutes, perDay, most (did you mean perDay?), got "perday"',
    ],
    ['points in all of 0', { ...GOOD, points: 0 }, ': points: expected a positive number up to 1000000, got 0'],
    [
      'nothing to scale',
      { title: 'x', points: 20, exercises: [{ name: 'relu', points: 5, bonus: true }] },
      ': points: expected an exercise with points that is not a bonus, whose points can be scaled, got 20',
    ],
    [
      'no points',
      { title: 'x', exercises: [{ name: 'relu' }] },
      ': exercises[0].points: expected a number from 0 to 1000000, got nothing',
    ],
    [
      'points as text',
      { title: 'x', exercises: [{ name: 'relu', points: '5' }] },
      ': exercises[0].points: expected a number from 0 to 1000000, got "5"',
    ],
    [
      'infinite points',
      '{"title":"x","exercises":[{"name":"relu","points":1e999}]}',
      ': exercises[0].points: expected a number from 0 to 1000000',
    ],
    [
      'a share above 1',
      { ...GOOD, shares: { partial: 1.5 } },
      ': shares.partial: expected a number from 0 to 1, got 1.5',
    ],
    [
      'a share below 0',
      { ...GOOD, shares: { purity: -0.1 } },
      ': shares.purity: expected a number from 0 to 1, got -0.1',
    ],
    [
      'a share of null',
      { ...GOOD, shares: { purity: null } },
      ': shares.purity: expected a number from 0 to 1, got null',
    ],
    [
      'an unknown share',
      { ...GOOD, shares: { stable: 1 } },
      ': shares: expected no key but unstable, partial, purity, errors (did you mean unstable?), got "stable"',
    ],
    [
      'shares that are not an object',
      { ...GOOD, shares: 1 },
      ': shares: expected an object { unstable, partial, purity, errors }, got 1',
    ],
    [
      'limits of halves',
      { ...GOOD, limits: { ticks: 1.5 } },
      ': limits.ticks: expected a whole number of 1..1000000, got 1.5',
    ],
    [
      'limits of 0',
      { ...GOOD, limits: { memoryMiB: 0 } },
      ': limits.memoryMiB: expected a whole number of 1..2048, got 0',
    ],
    [
      'limits that no timer holds',
      { ...GOOD, limits: { ticks: 100_000_000 } },
      ': limits.ticks: expected a whole number of 1..1000000, got 100000000',
    ],
    [
      'points that do not add up',
      { ...GOOD, exercises: [{ name: 'softmax', points: 1e308 }] },
      ': exercises[0].points: expected a number from 0 to 1000000, got 1e+308',
    ],
  ])('with %s is refused in one line', async (_, content, message) => {
    const path = fileOf(content);
    const error = await readAssignment(path, KNOWN).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(UsageError);
    expect((error as Error).message).toContain(`${path}${message}`);
    expect((error as Error).message).not.toContain('\n');
  });

  test('that is not there is refused, with the bundled names', async () => {
    await expect(readAssignment('trianing', KNOWN)).rejects.toThrow(
      'unknown assignment trianing: name a JSON file or one of activations, training, all (did you mean training?)',
    );
    await expect(readAssignment('./nowhere.json', KNOWN)).rejects.toThrow(UsageError);
    await expect(readAssignment(tmpdir(), KNOWN)).rejects.toThrow(/is a folder, not a JSON file/);
  });
});
