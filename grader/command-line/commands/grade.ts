import { isAbsolute, join, relative, resolve } from 'node:path';
import { Command, Option } from 'commander';
import type { BackendName } from '../../../accelerated/backend-names.ts';
import { exerciseSummaries } from '../../../exercises/exercises.ts';
import { readAssignment } from '../../assignment/assignment.ts';
import { listClass } from '../../class/list-class.ts';
import { oracleHash } from '../../oracle/oracle-hash.ts';
import { DrawingFile } from '../../report/drawing-file.ts';
import { list } from '../../report/report-warnings.ts';
import { terminalOverview } from '../../report/terminal-overview.ts';
import { expectOwnReports } from '../../report/write-reports.ts';
import { expectSomeKept, type GradeSummary, gradeClass, type Pruned } from '../../run/grade.ts';
import { assignmentHash, expectOwnRun, keepRun } from '../../run/kept-run.ts';
import { KEY } from '../../store/header.ts';
import { Store } from '../../store/store.ts';
import { UsageError } from '../../text/errors.ts';
import { jsonLine } from '../../text/json-text.ts';
import { shownPoints } from '../../text/numbers.ts';
import { printableLine, shortened } from '../../text/printable.ts';
import { Interruption } from './interruption.ts';
import { backendOption, DEFAULT_JOBS, inColour, jobsOption, keyOption, seedOption } from './options.ts';
import { refreshReports } from './refresh-reports.ts';

interface GradeOptions {
  assignment: string;
  out: string;
  seed?: number;
  key?: string;
  perSource?: boolean;
  jobs: number;
  oracle: BackendName;
  prune?: boolean;
  json?: boolean;
}

/** `backproof grade CLASS --assignment A --out DIR` */
export function gradeCommand(finish: (code: number) => void): Command {
  return new Command('grade')
    .description('Grades every submission in a folder: writes DIR/results.jsonl and the reports beside it.')
    .argument('<class>', 'folder with one entry per submission: ada.ts, ada.js, a folder ada/, or ada.zip')
    .requiredOption(
      '-a, --assignment <name-or-file>',
      'a bundled assignment (`backproof list` names them) or a JSON file',
    )
    .requiredOption('-o, --out <dir>', 'where the results go; run again with the same folder to continue')
    .option('--key <file>', 'the secret that draws the inputs, shared by several runs; made if absent', keyOption)
    .option('--per-source', 'draw other inputs for each source, as adapters do for each resubmission')
    .addOption(
      new Option('--seed <n>', 'draws inputs that anybody can foresee, for trials and demonstrations')
        .argParser(seedOption)
        .conflicts(['key', 'perSource']),
    )
    .option('--jobs <n>', 'processes that run submissions', jobsOption, DEFAULT_JOBS)
    .option('--oracle <backend>', 'the accelerated oracle', backendOption, 'wasm')
    .option('--prune', 'drop the records of what is no longer in the class folder')
    .option('--json', 'print a summary as JSON instead of the table')
    .addHelpText(
      'after',
      '\nA record whose submission is no longer in the class folder (its student left, or handed in again under another\n' +
        'file name, as Canvas gives it) is kept and named. --prune drops it, with what was decided about it.\n\nExample:\n' +
        '  backproof grade class/ --assignment activations --out results/',
    )
    .action(async (folder: string, options: GradeOptions) => finish(await grade(folder, options)));
}

const SEED_IS_FOR_TRIALS =
  'a seed is for trials and demonstrations, since anybody may try it: for a class leave --seed out, and the inputs are ' +
  'drawn from a secret key\n';

function drawnFrom({ folder, header: { seed, perSource } }: Store): string {
  if (seed !== null) return `seed ${seed}`;
  return `inputs drawn from the secret ${join(folder, KEY)}${perSource ? ', others for each source' : ''}`;
}

/** Results inside the class would be submissions of it; a folder whose name begins with a dot is skipped. */
function expectOutside(classFolder: string, out: string): void {
  const inside = relative(resolve(classFolder), resolve(out));
  // '..', '../out', '.results', or a path on another drive
  if (inside.startsWith('.') || isAbsolute(inside)) return;
  throw new UsageError(
    `${out} lies in the class ${classFolder}, so it would count as a submission: name another --out`,
  );
}

async function grade(folder: string, options: GradeOptions): Promise<number> {
  const assignment = await readAssignment(options.assignment, await exerciseSummaries());
  await listClass(folder);
  expectOutside(folder, options.out);
  await expectOwnRun(options.out);
  await expectOwnReports(options.out);
  const drawings = new DrawingFile(options.out);
  await drawings.expectOwn();
  const store = await Store.open(options.out, {
    assignment: assignment.name,
    assignmentHash: assignmentHash(assignment),
    seed: options.seed ?? null,
    keyFile: options.key ?? null,
    perSource: options.perSource === true,
    oracle: options.oracle,
  });
  if (options.seed !== undefined) process.stderr.write(SEED_IS_FOR_TRIALS);
  const interruption = new Interruption();
  const progress = process.stderr.isTTY === true;
  try {
    if (options.prune) await expectSomeKept(store, folder);
    await keepRun(options.out, folder, assignment);
    const summary = await gradeClass(store, {
      classFolder: folder,
      assignment,
      oracleHash: oracleHash(),
      backend: options.oracle,
      jobs: options.jobs,
      prune: options.prune === true,
      signal: interruption.signal,
      onDrawings: (id, drawn) => drawings.add(id, drawn),
      onProgress: (done, total, id) => {
        if (progress) process.stderr.write(`\r\u001b[2K${done}/${total}  ${shortened(printableLine(id), 50)}`);
      },
    });
    if (progress) process.stderr.write('\r\u001b[2K');
    if (drawings.lost !== null) process.stderr.write(`${drawings.lost}\n`);
    if (summary.interrupted) {
      const done = summary.graded + summary.kept;
      process.stderr.write(`stopped after ${done} of ${summary.total}; run the same command again to continue\n`);
      return 130;
    }
    // Printed before the reports are written, which may fail: this is written nowhere else any more.
    for (const line of lostDecisions(summary.pruned)) process.stderr.write(`${line}\n`);
    await store.settle();
    const { records: all, paths: reports } = await refreshReports(store, assignment);
    const absent = new Set(summary.absent);
    const records = all.filter(({ submission }) => !absent.has(submission));
    const faults = records.filter(({ status }) => status === 'infra_error').length + summary.failed.length;
    if (summary.failed.length > 0)
      process.stderr.write(
        `not graded again by a fault of the grader, so the old records stay: ${list(summary.failed)}\n`,
      );
    if (summary.lapsed.length > 0)
      process.stderr.write(
        `another source was handed in, so what was decided about the old one is gone: ${list(summary.lapsed)}\n`,
      );
    if (options.json) {
      const counts = { graded: summary.graded, kept: summary.kept, total: summary.total, infraErrors: faults };
      process.stdout.write(
        jsonLine({
          out: options.out,
          seed: store.header.seed,
          keyHash: store.header.keyHash,
          assignment: assignment.name,
          ...counts,
          absent: summary.absent,
          pruned: summary.pruned,
        }),
      );
    } else {
      const width = process.stdout.columns ?? 120;
      process.stdout.write(`${terminalOverview(records, { colour: inColour(process.stdout), width })}\n`);
      process.stdout.write(`\n${drawnFrom(store)}, ${summary.graded} graded now, ${summary.kept} kept\n`);
      for (const line of leftOver(summary)) process.stdout.write(`${line}\n`);
      for (const path of [join(options.out, 'results.jsonl'), ...reports]) process.stdout.write(`${path}\n`);
    }
    return faults > 0 ? 1 : 0;
  } finally {
    interruption.close();
    drawings.close();
    await store.close();
  }
}

/** The records that have no submission in the class folder, kept or dropped. */
function leftOver({ absent, pruned }: GradeSummary): string[] {
  const lines: string[] = [];
  if (absent.length > 0) {
    const [have, them] = absent.length === 1 ? ['record has', 'it'] : ['records have', 'them'];
    lines.push(
      `${absent.length} ${have} no submission in the class folder any more (--prune drops ${them}, the reports have ${them} until then): ${list(absent)}`,
    );
  }
  if (pruned.length > 0) {
    const [had, were] = pruned.length === 1 ? ['record had', 'was'] : ['records had', 'were'];
    const who = list(pruned.map(({ submission }) => submission));
    lines.push(`${pruned.length} ${had} no submission in the class folder any more and ${were} dropped: ${who}`);
  }
  return lines;
}

function lostDecisions(pruned: readonly Pruned[]): string[] {
  return pruned.flatMap(({ submission, decisions }) =>
    decisions.map(
      ({ exercise, points, maxPoints, reason }) =>
        `${printableLine(submission)} is dropped with what was decided: ${exercise} ${shownPoints(points)} of ` +
        `${shownPoints(maxPoints)} points (${printableLine(reason)})`,
    ),
  );
}
