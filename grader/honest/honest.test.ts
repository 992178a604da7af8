import { beforeAll, describe, expect, test } from 'vitest';
import { type LocatedExercise, loadExercises } from '../../exercises/exercises.ts';
import { ask } from '../judge/answers.ts';
import { judgeExercise } from '../judge/judge.ts';
import { misconceptionOf } from '../judge/misconceptions.ts';
import { computeOracle, type Oracle } from '../oracle/oracle.ts';
import type { ExerciseRecord } from '../record/record.ts';
import { Sandbox } from '../sandbox/sandbox.ts';
import { activations } from './activations.ts';
import { autoencoders } from './autoencoders.ts';
import { backprop } from './backprop.ts';
import { convolution } from './convolution.ts';
import { foundOutside } from './found-outside.ts';
import { generalization } from './generalization.ts';
import type { Honest } from './honest.ts';
import { perceptron } from './perceptron.ts';
import { recurrent } from './recurrent.ts';
import { training } from './training.ts';

// Submissions by people who had read the contract and not our code: each with the verdict that the contract gives it.

const SHARES = { unstable: 0.85, partial: 0.5, purity: 0.05, errors: 0.05 };
const LIMITS = { ticks: 300, memoryMiB: 32 };
const SEED = Number(process.env['BACKPROOF_SEED'] ?? 7);
const POINTS = 10;

const submissions = [
  ...perceptron,
  ...backprop,
  ...activations,
  ...training,
  ...convolution,
  ...generalization,
  ...recurrent,
  ...autoencoders,
  ...foundOutside,
];
const exercises = [...new Set(submissions.map(({ exercise }) => exercise))];

/** What a verdict says, in a few words: `right: wrong softmax/over-batch`, `in place: correct, loses purity`. */
function expectedOf({ exercise, title, status, misconception, losses }: Honest): string {
  return line(title, status, misconception && `${exercise}/${misconception}`, losses);
}

function verdictOf({ title }: Honest, { status, misconception, checks, points }: ExerciseRecord): string {
  const lost = checks.filter(({ kind, passed }) => (kind === 'purity' || kind === 'errors') && !passed);
  const losses = status === 'correct' ? lost.map(({ kind }) => kind) : [];
  const whole = status !== 'correct' || points === POINTS * (1 - 0.05 * losses.length);
  return line(title, status, misconception, losses) + (whole ? '' : `, ${points} points`);
}

function line(title: string, status: string, misconception: string | null, losses: readonly string[]): string {
  return `${title}: ${status}${misconception ? ` ${misconception}` : ''}${losses.map((loss) => `, loses ${loss}`).join('')}`;
}

/** The verdict and its misconception, without the counterexample: finding one takes longer than all the rest. */
async function judge(located: LocatedExercise, oracle: Oracle, { code }: Honest): Promise<ExerciseRecord> {
  const sandbox = await Sandbox.open([{ path: 'ada.ts', code }], LIMITS);
  try {
    const { record } = await judgeExercise(located, sandbox, oracle, POINTS, SHARES, false);
    const { status } = record;
    if (status !== 'wrong' && status !== 'unstable') return record;
    const [mild, extreme] = [oracle.mild, oracle.extreme].map((cases) =>
      cases.map((item) => ask(sandbox, located.name, item)),
    );
    return { ...record, misconception: misconceptionOf(located, status, mild ?? [], extreme ?? [])?.id ?? null };
  } finally {
    sandbox.dispose();
  }
}

describe.each(exercises)('%s', (name) => {
  const honest = submissions.filter(({ exercise }) => exercise === name);
  let located: LocatedExercise;
  let oracle: Oracle;

  beforeAll(async () => {
    [located] = (await loadExercises(new Set([name]))) as [LocatedExercise];
    oracle = await computeOracle(located, SEED, null);
  });

  test.each(honest.map((item): [string, Honest] => [item.title, item]))('%s', async (_, item) => {
    expect(verdictOf(item, await judge(located, oracle, item))).toBe(expectedOf(item));
  });
});
