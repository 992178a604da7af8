import { basename } from 'node:path';
import { Command } from 'commander';
import pc from 'picocolors';
import type { BackendName } from '../../../accelerated/backend-names.ts';
import { exerciseSummaries } from '../../../exercises/exercises.ts';
import { type Assignment, readAssignment } from '../../assignment/assignment.ts';
import { readSingle } from '../../class/read-submission.ts';
import type { SourceFile, Submission } from '../../class/submission.ts';
import { oracleHash } from '../../oracle/oracle-hash.ts';
import { Oracles } from '../../oracle/oracles.ts';
import { Pool } from '../../process/pool.ts';
import type { ExerciseRecord, ExerciseStatus, SubmissionRecord } from '../../record/record.ts';
import { judgeSource, recordOf } from '../../run/judged.ts';
import { printableLine } from '../../text/printable.ts';
import { knownExercise } from './known-exercises.ts';
import { backendOption, inColour, LARGEST_SEED } from './options.ts';
import { definitionOf, parametersAdvice } from './parameters-advice.ts';
import { watchSubmission } from './watch.ts';

interface CheckOptions {
  exercise?: string;
  oracle: BackendName;
  watch?: boolean;
  json?: boolean;
}

/** Everybody's seed for checking at home: the class's own draws other inputs, so what passes here is no table of answers. */
const PUBLIC_SEED = LARGEST_SEED + 1;

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
      '\nExit code 0 only if at least one exercise is exported and all that are are correct; 130 after --watch.\n\nExamples:\n  backproof check ada.ts --exercise softmax\n  backproof check ada.ts --watch',
    )
    .action(async (file: string, options: CheckOptions) => finish(await check(file, options)));
}

async function check(file: string, options: CheckOptions): Promise<number> {
  const assignment = await assignmentOf(options.exercise);
  const hash = oracleHash();
  const oracles = new Oracles(PUBLIC_SEED, options.oracle, hash);
  const settings = { seed: PUBLIC_SEED, assignment, oracleHash: hash, backend: options.oracle };
  const read = (): Promise<Submission> => readSingle(file, assignment.limits);
  const newPool = (): Pool =>
    new Pool({
      jobs: 1,
      limits: assignment.limits,
      shares: assignment.shares,
      oracle: (name) => oracles.get(name),
    });
  const judge = async (submission: Submission, pool: Pool): Promise<Checked> => {
    // The process for the submission and the accelerated backend, where it is needed, start side by side.
    pool.warm();
    const mentioned = assignment.exercises.map(({ name }) => name).filter((name) => mentions(submission, name));
    oracles.startFor(mentioned).catch(() => undefined);
    const judged = await judgeSource(pool, submission, assignment.exercises);
    const { record } = recordOf(submission, judged, settings);
    const exported = record.exercises.filter(({ status }) => status !== 'missing');
    const text = options.json
      ? `${JSON.stringify(record)}\n`
      : report(basename(file), record, exported, assignment, submission.files);
    if (record.status === 'infra_error') return { text, code: 1 };
    return { text, code: exported.length > 0 && exported.every(({ status }) => status === 'correct') ? 0 : 1 };
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

/** What a check came to: what is printed, and the exit code. */
interface Checked {
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

function report(
  file: string,
  record: SubmissionRecord,
  exported: readonly ExerciseRecord[],
  assignment: Assignment,
  files: readonly SourceFile[],
): string {
  const colours = pc.createColors(inColour(process.stdout));
  const shown = printableLine(file);
  if (record.status === 'invalid') {
    // Most messages name the file themselves.
    const message = printableLine(record.message ?? '');
    const named = message.startsWith(shown) ? message : `${shown}: ${message}`;
    return `${colours.red('cannot be graded')}  ${named}\n`;
  }
  if (record.status === 'infra_error')
    return `the checker itself failed, your work is not to blame: ${printableLine(record.message ?? '')}\n`;
  const remark = record.message === null ? '' : `${printableLine(record.message)}\n\n`;
  if (exported.length === 0) {
    const wanted =
      assignment.exercises.length === 1
        ? `\`${assignment.exercises[0]?.name}\``
        : 'an exercise (`backproof list` names them)';
    return `${remark}${shown} exports no function named ${wanted}\n${misspelt(record, files)}`;
  }
  const lines = exported.map((exercise) => {
    const mark = exercise.status === 'correct' ? colours.green('✓') : colours.red('✗');
    return `${mark} ${exercise.name}: ${exercise.status}${exercise.status === 'correct' && exercise.message ? ` (${printableLine(exercise.message)})` : ''}`;
  });
  const first = exported.find(({ status }) => status !== 'correct');
  return `${remark}${lines.join('\n')}\n${misspelt(record, files)}${first ? `\n${mending(first, files)}` : ''}`;
}

/** Exports whose names come close to those of exercises. */
function misspelt({ exercises }: SubmissionRecord, files: readonly SourceFile[]): string {
  return exercises
    .filter(({ status, message }) => status === 'missing' && message !== null && message.includes('; rename '))
    .map(({ message }) => {
      const name = /; rename ([^,]+),/.exec(message ?? '')?.[1] ?? '';
      const line = definitionOf(files, name)?.line;
      return `${line === undefined ? '' : `${printableLine(line)}: `}${printableLine(message ?? '')}\n`;
    })
    .join('');
}

/** What a function does in place of what it should. */
const INSTEAD: Readonly<Record<ExerciseStatus, string>> = {
  correct: 'is correct',
  unstable: 'is unstable: right on everyday input, not on extreme input',
  disputed: 'is disputed: the oracles disagree with each other here',
  wrong: 'is wrong',
  error: 'throws an error',
  timeout: 'does not finish',
  memory: 'takes too much memory',
  missing: 'is not exported',
};

/** The first thing to mend: one fault at a time is what can be worked on. */
function mending(exercise: ExerciseRecord, files: readonly SourceFile[]): string {
  const { name, status, message, hint, line, counterexample } = exercise;
  const parts = [`Mend first: ${name}${line === null ? '' : ` (${printableLine(line)})`} ${INSTEAD[status]}`];
  if (counterexample) {
    parts.push(`  ${name}(${counterexample.args.map((arg) => JSON.stringify(arg)).join(', ')})`);
  }
  if (message !== null) parts.push(`  ${printableLine(message)}`);
  const advice = parametersAdvice(files, name);
  if (advice !== null) parts.push(`  ${printableLine(advice)}`);
  if (hint !== null) parts.push(`  Hint: ${hint}`);
  return `${parts.join('\n')}\n`;
}
