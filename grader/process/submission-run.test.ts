import { describe, expect, test } from 'vitest';
import { missingRecord } from '../judge/unjudged.ts';
import type { ExerciseRecord, FollowThrough } from '../record/record.ts';
import type { LoadReport, ToWorker } from './protocol.ts';
import type { Reply, Runner } from './runner.ts';
import { SubmissionRun } from './submission-run.ts';

// One submission, with processes that answer as the test says.

const NAMES = ['relu', 'sigmoid', 'softmax'];
const TASKS = NAMES.map((name) => ({ name, points: 10 }));
const FILES = ['ada.js', 'broken.js'].map((path) => ({ path, code: '' }));
const REPORT: LoadReport = {
  functions: NAMES,
  definedIn: {},
  failures: [{ file: 'broken.js', message: 'SyntaxError', line: null }],
  duplicates: [],
  advice: [],
};
const OPENED: Reply = { type: 'opened', report: REPORT };
const DEADLINE: Reply = { type: 'deadline' };
const KILLED: Reply = { type: 'killed', reason: 'SIGKILL', grown: false };
const CRASHED: Reply = { type: 'crashed', reason: 'SIGSEGV' };
const done = (leftMs: number): Reply => ({ type: 'done', leftMs });
const right = (name: string): Reply => {
  const record: ExerciseRecord = { ...missingRecord(name, 10, null), status: 'correct', message: null };
  return { type: 'judged', record, drawing: null, misspelt: null };
};

/** What each process answers in turn, and the CPU time that the submission had left when it ended. */
interface Played {
  replies: Reply[];
  leftMs?: number;
}

async function play(...processes: Played[]) {
  const sent: ToWorker[] = [];
  const left = processes.map(({ replies, leftMs = null }) => {
    const process = { leftMs, reply: async () => replies.shift(), send: (message: ToWorker) => sent.push(message) };
    return process as unknown as Runner;
  });
  const take = async (): Promise<Runner> => {
    const next = left.shift();
    if (next === undefined) throw new Error('more processes than expected');
    return next;
  };
  const nothing = (): void => undefined;
  const run = new SubmissionRun(
    { take, giveBack: nothing, drop: nothing, provide: async () => undefined },
    FILES,
    TASKS,
    5000,
  );
  const outcome = await run.outcome();
  const statuses = outcome.kind === 'judged' ? outcome.exercises.map(({ status }) => status) : outcome;
  return { statuses, sent, unused: left.length };
}

describe('time that runs out', () => {
  test('is shared: the next process is given what the last one left', async () => {
    const { statuses, sent } = await play(
      { replies: [OPENED, DEADLINE], leftMs: 300 },
      { replies: [OPENED, DEADLINE], leftMs: 0 },
      { replies: [OPENED, right('softmax'), done(0)] },
      { replies: [done(0)] },
    );
    expect(statuses).toEqual(['timeout', 'timeout', 'correct']);
    const budgets = sent.flatMap((message) => ('leftMs' in message ? [message.leftMs] : []));
    expect(budgets).toEqual([5000, 300, 0, 0]);
  });

  test('while the submission is loaded once more is a timeout of what is left', async () => {
    const { statuses } = await play(
      { replies: [OPENED, right('relu'), DEADLINE], leftMs: 0 },
      { replies: [DEADLINE], leftMs: 0 },
      { replies: [done(0)] },
    );
    expect(statuses).toEqual(['correct', 'timeout', 'timeout']);
  });

  test('while it is loaded the first time makes it invalid', async () => {
    const { statuses } = await play({ replies: [DEADLINE] });
    expect(statuses).toEqual({ kind: 'unloadable', message: 'takes too long to load' });
  });
});

test('a process that opens it again is given no file that failed to load', async () => {
  const { sent } = await play(
    { replies: [OPENED, DEADLINE] },
    { replies: [OPENED, right('sigmoid'), right('softmax'), done(0)] },
  );
  const opened = sent.flatMap((message) => (message.type === 'open' ? [message.files.map(({ path }) => path)] : []));
  expect(opened).toEqual([['ada.js', 'broken.js'], ['ada.js']]);
});

describe('a process that is killed', () => {
  test('once costs nothing', async () => {
    const { statuses } = await play(
      { replies: [OPENED, right('relu'), KILLED] },
      { replies: [OPENED, right('sigmoid'), right('softmax'), done(0)] },
    );
    expect(statuses).toEqual(['correct', 'correct', 'correct']);
  });

  test.each([
    ['while it loads', [[KILLED], [KILLED]]],
    [
      'while it judges',
      [
        [OPENED, KILLED],
        [OPENED, KILLED],
      ],
    ],
    [
      'while it follows faults through',
      [[OPENED, DEADLINE], [OPENED, DEADLINE], [OPENED, right('softmax'), done(0)], [KILLED], [KILLED]],
    ],
  ])('twice %s is a fault of the machine', async (_, replies) => {
    const { statuses, unused } = await play(...replies.map((each) => ({ replies: each })));
    expect(statuses).toMatchObject({ kind: 'fault', message: expect.stringContaining('SIGKILL') });
    expect(unused).toBe(0);
  });

  test('once while it follows faults through costs nothing', async () => {
    const followThrough: FollowThrough = { calls: ['relu'], status: 'correct', points: 10 };
    const followed: Reply = { type: 'followed', exercise: 'sigmoid', followThrough };
    const before = [{ replies: [OPENED, DEADLINE] }, { replies: [OPENED, DEADLINE] }];
    const { statuses, unused } = await play(
      ...before,
      { replies: [OPENED, right('softmax'), done(0)] },
      { replies: [KILLED] },
      { replies: [followed, done(0)] },
    );
    expect(statuses).toEqual(['timeout', 'timeout', 'correct']);
    expect(unused).toBe(0);
  });
});

describe('code that crashes its process', () => {
  test('at the same exercise twice costs that exercise', async () => {
    const { statuses } = await play(
      { replies: [OPENED, CRASHED] },
      { replies: [OPENED, CRASHED] },
      { replies: [OPENED, right('sigmoid'), right('softmax'), done(0)] },
    );
    expect(statuses).toEqual(['memory', 'correct', 'correct']);
  });

  test('while it is loaded, twice, makes the submission invalid', async () => {
    const { statuses } = await play({ replies: [CRASHED] }, { replies: [CRASHED] });
    expect(statuses).toMatchObject({ kind: 'unloadable', message: expect.stringContaining('nested too deep') });
  });

  test('only now, and not when it was loaded before, is the machine', async () => {
    const { statuses } = await play({ replies: [OPENED, DEADLINE] }, { replies: [CRASHED] }, { replies: [CRASHED] });
    expect(statuses).toMatchObject({ kind: 'fault' });
  });
});
