import { basename } from 'node:path';
import { Command } from 'commander';
import type { BackendName } from '../../../accelerated/backend-names.ts';
import { exerciseSummaries } from '../../../exercises/exercises.ts';
import type { Assignment } from '../../assignment/assignment.ts';
import { readAssignment } from '../../assignment/read-assignment.ts';
import { readSingle } from '../../class/read-submission.ts';
import type { Submission } from '../../class/submission.ts';
import { oracleHash } from '../../oracle/oracle-hash.ts';
import { PUBLIC_SEED } from '../../oracle/public-seed.ts';
import type { Pool } from '../../process/pool.ts';
import { judgeSource, recordOf } from '../../run/judged.ts';
import { oraclesOf, sharedPool } from '../../run/judging-pool.ts';
import type { Heard } from '../../sandbox/listen.ts';
import { jsonLine } from '../../text/json-text.ts';
import { type Checked, checkReport } from './check-report.ts';
import { justSaved } from './just-saved.ts';
import { knownExercise } from './known-exercises.ts';
import { backendOption, inColour } from './options.ts';
import { printedText } from './printed-text.ts';
import { toListenTo } from './to-listen-to.ts';
import { watchSubmission } from './watch.ts';
import { exportedOf } from './what-to-fix.ts';

interface CheckOptions {
  exercise?: string;
  oracle: BackendName;
  watch?: boolean;
  json?: boolean;
}

/** `backproof check FILE` */
export function checkCommand(finish: (code: number) => void): Command {
  return new Command('check')
    .description("Runs the grader's checks on one file, folder or zip, with inputs drawn from a public seed.")
    .argument('<file>', 'a .ts, .js or .mjs file, a folder or a .zip of such files')
    .option('-e, --exercise <name>', 'check this exercise alone')
    .option('--oracle <backend>', 'the accelerated oracle', backendOption, 'wasm')
    .option('-w, --watch', 'check again after every save, until Ctrl-C')
    .option('--json', 'print the record as JSON; with --watch one line after every save')
    .addHelpText(
      'after',
      '\nExplains first what was saved last, then what has a name, then other faults; stubs come last. What the code prints by\nconsole is shown (with --json on standard error).\n\nExit code 0 only if at least one exercise is exported and every exported one is correct; 130 after --watch.\n\nExamples:\n  backproof check ada.ts --exercise softmax\n  backproof check ada.ts --watch',
    )
    .action(async (file: string, options: CheckOptions) => finish(await check(file, options)));
}

async function check(file: string, options: CheckOptions): Promise<number> {
  const assignment = await assignmentOf(options.exercise);
  const settings = {
    secret: PUBLIC_SEED,
    perSource: false,
    assignment,
    oracleHash: oracleHash(),
    backend: options.oracle,
  };
  const oracles = oraclesOf(settings);
  const read = (): Promise<Submission> => readSingle(file, assignment.limits);
  const newPool = (): Pool => sharedPool(settings, 1, oracles);
  const judge = async (submission: Submission, pool: Pool): Promise<Printed> => {
    // The process for the submission and the accelerated backend, if it is needed, start side by side.
    pool.warm();
    const mentioned = assignment.exercises.map(({ name }) => name).filter((name) => mentions(submission, name));
    oracles.startFor(mentioned).catch(() => undefined);
    const judged = await judgeSource(pool, submission, assignment.exercises);
    const saved = await justSaved(file, submission);
    const known = { ...recordOf(submission, judged, settings), submission, judged, saved };
    const listen = async (): Promise<Heard[]> => {
      const listened = await toListenTo(known, async (name) => (await oracles.get(name)).mild);
      // The verdicts stand, whatever comes of listening.
      return listened === null ? [] : pool.listen(submission.files, listened).catch(() => []);
    };
    const checked: Checked = { ...known, heard: await listen() };
    // A record says nothing of what is printed, and standard output holds records alone.
    if (options.json) process.stderr.write(printedText(checked.heard));
    const text = options.json
      ? jsonLine(checked.record)
      : checkReport(basename(file), checked, options.exercise ?? null, inColour(process.stdout));
    const exported = exportedOf(checked);
    const isPassed = exported.length > 0 && exported.every(({ status }) => status === 'correct');
    return { text, code: isPassed ? 0 : 1 };
  };
  if (options.watch) {
    const judgeText = async (submission: Submission, pool: Pool): Promise<string> =>
      (await judge(submission, pool)).text;
    return watchSubmission({ path: file, read, newPool, judge: judgeText, plain: options.json === true });
  }
  const submission = await read();
  const pool = newPool();
  try {
    const { text, code } = await judge(submission, pool);
    process.stdout.write(text);
    return code;
  } finally {
    pool.close();
  }
}

/** What is printed of a check, and the exit code. */
interface Printed {
  text: string;
  code: 0 | 1;
}

function mentions({ files }: Submission, name: string): boolean {
  return files.some(({ code }) => code.includes(name));
}

async function assignmentOf(exercise: string | undefined): Promise<Assignment> {
  const known = (await exerciseSummaries()).map((exercise) => ({ ...exercise, bundled: true }));
  const all = await readAssignment('all', known);
  if (exercise === undefined) return all;
  await knownExercise(exercise);
  return { ...all, exercises: all.exercises.filter(({ name }) => name === exercise) };
}
