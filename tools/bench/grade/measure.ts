import { join } from 'node:path';
import { median } from '../../../properties/values/median.ts';
import { measureWatch } from './measure-watch.ts';
import { runGrader } from './run-grader.ts';
import { plainCases, runVitest } from './run-vitest.ts';
import { RIGHT, WRONG } from './sources.ts';

/** What `npm run bench:grade` found. */
export interface GradeFigures {
  /** submissions of the largest class */
  many: number;
  /** seconds a submission beyond the first hundred, by jobs, the median over the rounds */
  perSubmission: { one: number; two: number };
  /** submissions a second with --jobs 2 over those with --jobs 1, round by round */
  twoOverOne: Spread;
  /** the same for the first hundred, during which V8 still compiles hot code, in each process separately */
  firstHundred: { perSubmission: { one: number; two: number }; twoOverOne: Spread };
  /** submissions a second of two runs with --jobs 1 at once over those of one: the most that the machine has for --jobs 2 */
  twoRunsAtOnce: Spread;
  /** seconds of a run before and beside its submissions, --jobs 2 */
  startUp: number;
  /** seconds a submission of the largest class over those of 100 */
  manyOverHundred: number;
  /** MiB of the parent over the largest class: medians of its second and of its last quarter; null if not known */
  memory: { second: number; last: number; largest: number } | null;
  /** seconds of a wrong submission beyond start-up, shrunk and named */
  wrong: { misconception: string; named: boolean; seconds: number }[];
  /** seconds from a save to the answer of `check --watch` */
  watch: number;
  /** seconds of one vitest run of a plain test, the median, and how many times ours beyond start-up that is */
  vitest: { seconds: number; timesOurs: number };
}

/** A figure of every round. */
export interface Spread {
  median: number;
  least: number;
  most: number;
}

/** Seconds of whole runs, by jobs, one for each round. */
type Seconds = Record<'one' | 'two', readonly number[]>;

const FEW = 10;
const HUNDRED = 100;
const SEVERAL_HUNDRED = 500;
const WRONG_COPIES = 6;
const VITEST_RUNS = 3;

/** Grades classes of right and of wrong submissions in turn, all of it in one run on one machine. */
export async function measureGrading(
  folder: string,
  { many, rounds, tell }: { many: number; rounds: number; tell: (text: string) => void },
): Promise<GradeFigures> {
  const grade = (count: number, jobs: number): ReturnType<typeof runGrader> =>
    runGrader(join(folder, 'grader'), Array<string>(count).fill(RIGHT), jobs);
  // Fills the cache of oracle values, as the first run of a class does.
  await grade(1, 1);
  const few = { one: [] as number[], two: [] as number[] };
  const hundred = { one: [] as number[], two: [] as number[] };
  const severalHundred = { one: [] as number[], two: [] as number[] };
  /** Two runs with --jobs 1 at once: what the machine has for two processes that share nothing. */
  const sideBySide = new Map([
    [hundred, [] as number[]],
    [severalHundred, [] as number[]],
  ]);
  const vitest: number[] = [];
  const cases = await plainCases();
  for (let round = 0; round < Math.max(rounds, VITEST_RUNS); round++) {
    if (round < VITEST_RUNS) vitest.push(await runVitest(join(folder, 'vitest'), RIGHT, round, cases));
    if (round >= rounds) continue;
    // One after the other, in the reverse order in every second round: the speed of the machine changes within minutes.
    const turns = [['one', 1] as const, ['two', 2] as const];
    if (round % 2 === 1) turns.reverse();
    for (const [times, count] of [
      [few, FEW] as const,
      [hundred, HUNDRED] as const,
      [severalHundred, SEVERAL_HUNDRED] as const,
    ]) {
      for (const [name, jobs] of turns) {
        const { seconds, records } = await grade(count, jobs);
        times[name].push(seconds);
        const lost = records.find(({ points, maxPoints }) => points !== maxPoints);
        if (lost) throw new Error(`a right submission lost points: ${JSON.stringify(lost)}`);
      }
      if (times !== few) sideBySide.get(times)?.push(await gradeSideBySide(folder, count));
    }
    tell(
      `round ${round + 1}: 100 submissions in ${hundred.one[round]} s with --jobs 1, ${hundred.two[round]} s with 2; ` +
        `${SEVERAL_HUNDRED} in ${severalHundred.one[round]} s and ${severalHundred.two[round]} s`,
    );
  }
  const first = marginal(few, hundred, HUNDRED - FEW);
  const later = marginal(hundred, severalHundred, SEVERAL_HUNDRED - HUNDRED);
  const atOnce = marginal(
    { one: hundred.one, two: sideBySide.get(hundred) ?? [] },
    { one: severalHundred.one, two: sideBySide.get(severalHundred) ?? [] },
    SEVERAL_HUNDRED - HUNDRED,
  );

  // Before and after the large class, since the speed of the machine may have changed by then.
  const atHundred = async (): Promise<number> => {
    const start = (await grade(FEW, 2)).seconds;
    return ((await grade(HUNDRED, 2)).seconds - start) / (HUNDRED - FEW);
  };
  const before = await atHundred();
  const large = await grade(many, 2);
  const perMany = (large.seconds - median(few.two)) / (many - FEW);
  const after = await atHundred();
  tell(`${many} submissions in ${large.seconds} s with --jobs 2; each ${perMany} s, of 100 ${before} s and ${after} s`);
  const plain = median(vitest);
  return {
    many,
    ...later,
    firstHundred: first,
    twoRunsAtOnce: scaled(atOnce.twoOverOne, 2),
    startUp: median(few.two) - FEW * later.perSubmission.two,
    manyOverHundred: (2 * perMany) / (before + after),
    memory: memoryOf(large.memory),
    wrong: await measureWrong(folder, tell),
    watch: await measureWatch(join(folder, 'watch')),
    vitest: { seconds: plain, timesOurs: plain / later.perSubmission.two },
  };
}

/** Seconds until two runs with --jobs 1, over a class of `count` submissions each, have both ended. */
async function gradeSideBySide(folder: string, count: number): Promise<number> {
  const runs = ['left', 'right'].map((side) => runGrader(join(folder, side), Array<string>(count).fill(RIGHT), 1));
  return Math.max(...(await Promise.all(runs)).map(({ seconds }) => seconds));
}

/** Seconds per additional submission, from runs over fewer and over more of them, round by round. */
function marginal(
  fewer: Seconds,
  more: Seconds,
  submissions: number,
): Pick<GradeFigures, 'perSubmission' | 'twoOverOne'> {
  const [one, two] = (['one', 'two'] as const).map((name) =>
    more[name].map((seconds, round) => (seconds - (fewer[name][round] as number)) / submissions),
  ) as [number[], number[]];
  return {
    perSubmission: { one: median(one), two: median(two) },
    twoOverOne: spread(one.map((seconds, round) => seconds / (two[round] as number))),
  };
}

function spread(values: readonly number[]): Spread {
  return { median: median(values), least: Math.min(...values), most: Math.max(...values) };
}

function scaled({ median, least, most }: Spread, factor: number): Spread {
  return { median: factor * median, least: factor * least, most: factor * most };
}

async function measureWrong(folder: string, tell: (text: string) => void): Promise<GradeFigures['wrong']> {
  const wrong: GradeFigures['wrong'] = [];
  for (const { misconception, source } of WRONG) {
    const grade = (count: number): ReturnType<typeof runGrader> =>
      runGrader(join(folder, 'grader'), Array<string>(count).fill(source), 1);
    const single = await grade(1);
    const several = await grade(WRONG_COPIES);
    const named = several.records.every(({ exercises }) =>
      exercises.some((exercise) => exercise.misconception === misconception && exercise.counterexample !== null),
    );
    const seconds = (several.seconds - single.seconds) / (WRONG_COPIES - 1);
    wrong.push({ misconception, named, seconds });
    tell(`${misconception}: ${seconds} s, ${named ? 'named' : 'not named'}`);
  }
  return wrong;
}

/** Quarters by the number of samples; the first one is start-up. */
function memoryOf(samples: readonly number[]): GradeFigures['memory'] {
  const quarter = Math.floor(samples.length / 4);
  if (quarter === 0) return null;
  return {
    second: median(samples.slice(quarter, 2 * quarter)),
    last: median(samples.slice(-quarter)),
    largest: Math.max(...samples),
  };
}
