import { join } from 'node:path';
import { Command, Option } from 'commander';
import type { BackendName } from '../../../accelerated/backend-names.ts';
import { exerciseSummaries } from '../../../exercises/exercises.ts';
import type { Assignment } from '../../assignment/assignment.ts';
import { readAssignment } from '../../assignment/read-assignment.ts';
import { type Shard, shownShard } from '../../class/shard.ts';
import { type OpenClass, openClass } from '../../layouts/open-class.ts';
import { oracleHash } from '../../oracle/oracle-hash.ts';
import { Standings } from '../../policy/standings.ts';
import { asPeopleCount, someOf } from '../../record/records.ts';
import { DrawingFile } from '../../report/drawing-file.ts';
import { summarize } from '../../report/summary.ts';
import { terminalOverview } from '../../report/terminal-overview.ts';
import { expectOwnReports } from '../../report/write-reports.ts';
import { gradeClass } from '../../run/grade.ts';
import { keptClass } from '../../run/kept-class.ts';
import { assignmentHash, expectOwnRun, keepRun } from '../../run/kept-run.ts';
import { KEY } from '../../store/header.ts';
import { Store } from '../../store/store.ts';
import { UsageError } from '../../text/errors.ts';
import { jsonLine } from '../../text/json-text.ts';
import { nameList } from '../../text/name-list.ts';
import { inNaturalOrder } from '../../text/natural-order.ts';
import { printableLine, shortened } from '../../text/printable.ts';
import { type ClassOptions, wantedLayout, withClassOptions } from './class-options.ts';
import { leftOutLines, readingJson, readingLines } from './class-reading.ts';
import { Interruption } from './interruption.ts';
import { leftOver, lostDecisions } from './left-over.ts';
import { chosenIds } from './only.ts';
import { backendOption, DEFAULT_JOBS, inColour, jobsOption, keyOption, seedOption, shardOption } from './options.ts';
import { expectOutside } from './outside.ts';
import { mayPrune, terminalAsk } from './prune.ts';
import { refreshReports } from './refresh-reports.ts';
import { rosterFor, strayLines } from './roster-for.ts';

interface GradeOptions extends ClassOptions {
  assignment: string;
  out: string;
  seed?: number;
  key?: string;
  perSource?: boolean;
  roster?: string;
  jobs: number;
  oracle: BackendName;
  only?: string[];
  shard?: Shard;
  prune?: boolean;
  yes?: boolean;
  json?: boolean;
}

/** `backproof grade CLASS --assignment A --out DIR` */
export function gradeCommand(finish: (code: number) => void): Command {
  return withClassOptions(new Command('grade'))
    .description('Grades every submission of a class: writes DIR/results.jsonl and the reports beside it.')
    .argument(
      '<class>',
      'what a learning platform gave, as a folder or the zip, or a folder with ada.ts, ada/ or ada.zip',
    )
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
    .option(
      '-r, --roster <file>',
      'CSV that says who was excused, and when each handed in (columns excused, submitted); kept for further runs',
    )
    .option('--jobs <n>', 'processes that run submissions', jobsOption, DEFAULT_JOBS)
    .option('--oracle <backend>', 'the accelerated oracle', backendOption, 'wasm')
    .option('--only <id...>', 'grade these students alone; all other records stay')
    .addOption(
      new Option('--shard <i/n>', 'grade the i-th of n parts of the class; `backproof merge` makes one folder of them')
        .argParser(shardOption)
        .conflicts('only'),
    )
    .addOption(
      new Option('--prune', 'show and drop the records without a submission in the class folder').conflicts('only'),
    )
    .option('--yes', 'do not ask before --prune drops more than a tenth of the records')
    .option('--json', 'print a summary as JSON instead of the table')
    .addHelpText(
      'after',
      '\nA record whose submission is no longer in the class folder (its student left, or handed in again under another\n' +
        'name) is kept and named. --prune drops it, with what was decided about it; of more than a tenth it asks first. What is\n' +
        'understood of the downloads of Canvas, Moodle, Gradescope and others is in docs/downloads.md.\n\n' +
        'Shards of one class need the same --key FILE (or --seed): the first one makes it.\n\nExamples:\n' +
        '  backproof grade class/ --assignment activations --out results/\n' +
        '  backproof grade "hw1 submissions.zip" --assignment activations --out results/\n' +
        '  backproof grade class/ --assignment activations --out results/ --only ada bela\n' +
        '  backproof grade class/ --assignment activations --key class.key --shard 2/8 --out shards/2',
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

/** Shards with keys of their own could not be merged, which would be known only at the end. */
function expectShared({ shard, key, seed }: GradeOptions): void {
  if (shard === undefined || key !== undefined || seed !== undefined) return;
  throw new UsageError('--shard needs --key FILE, which all shards of a class share; the first one makes the file');
}

async function grade(folder: string, options: GradeOptions): Promise<number> {
  const assignment = await readAssignment(options.assignment, await exerciseSummaries());
  expectShared(options);
  const opened = await openClass(folder, wantedLayout(options));
  try {
    return await gradeOpened(opened, assignment, options);
  } finally {
    await opened.close();
  }
}

async function gradeOpened(opened: OpenClass, assignment: Assignment, options: GradeOptions): Promise<number> {
  const only = options.only === undefined ? null : chosenIds(opened, options.only);
  expectOutside(opened.path, options.out);
  await expectOwnRun(options.out);
  await expectOwnReports(options.out);
  const { file: rosterFile, students: roster } = await rosterFor(options.out, options.roster, assignment.title);
  const drawings = new DrawingFile(options.out);
  await drawings.expectOwn();
  const store = await Store.open(options.out, {
    assignment: assignment.name,
    assignmentHash: assignmentHash(assignment),
    seed: options.seed ?? null,
    keyFile: options.key ?? null,
    perSource: options.perSource === true,
    oracle: options.oracle,
    assignmentArgument: options.assignment,
    shard: options.shard ?? null,
  });
  if (options.seed !== undefined) process.stderr.write(SEED_IS_FOR_TRIALS);
  const interruption = new Interruption();
  const progress = process.stderr.isTTY === true;
  try {
    for (const line of readingLines(opened, options.out)) process.stderr.write(`${line}\n`);
    const ids = opened.entries.map(({ id }) => id).sort(inNaturalOrder);
    for (const line of roster === null ? [] : strayLines(ids, roster, opened.people)) process.stderr.write(`${line}\n`);
    if (options.prune && !(await mayPrune(store, opened, options.yes === true, terminalAsk()))) return 2;
    await keepRun(options.out, { path: opened.path, kept: keptClass(opened) }, assignment, rosterFile);
    const summary = await gradeClass(store, {
      opened,
      assignment,
      oracleHash: oracleHash(),
      backend: options.oracle,
      standings: (submissions) =>
        new Standings(assignment, submissions, {
          handedIn: new Map(opened.entries.map((entry) => [entry.id, entry])),
          people: opened.people,
          roster,
        }),
      jobs: options.jobs,
      only,
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
    for (const line of leftOutLines(summary.leftOut)) process.stderr.write(`${line}\n`);
    // Printed before the reports are written, which may fail: this is written nowhere else any more.
    for (const line of lostDecisions(summary.pruned)) process.stderr.write(`${line}\n`);
    await store.settle();
    // A shard alone says nothing about the class: `merge` writes the reports.
    const reports = options.shard === undefined ? await refreshReports(store, assignment) : [];
    const absent = new Set(summary.absent);
    const isShown = (id: string): boolean => (only === null ? !absent.has(id) : only.has(id));
    const count = [...store.records.keys()].filter(isShown).length;
    const records = someOf(store.all(), count, isShown);
    const faults = summarize(records).infraErrors + summary.failed.length;
    if (summary.failed.length > 0)
      process.stderr.write(
        `not graded again by a fault of the grader, so the old records stay: ${nameList(summary.failed)}\n`,
      );
    if (summary.lapsed.length > 0)
      process.stderr.write(
        `another source was handed in, so what was decided about the old one is gone: ${nameList(summary.lapsed)}\n`,
      );
    if (options.json) {
      const counts = { graded: summary.graded, kept: summary.kept, total: summary.total, infraErrors: faults };
      process.stdout.write(
        jsonLine({
          out: options.out,
          seed: store.header.seed,
          keyHash: store.header.keyHash,
          assignment: assignment.name,
          shard: options.shard === undefined ? null : shownShard(options.shard),
          ...counts,
          absent: summary.absent,
          pruned: summary.pruned,
          class: readingJson(opened, summary.leftOut),
        }),
      );
    } else {
      const width = process.stdout.columns ?? 120;
      process.stdout.write(
        `${terminalOverview(asPeopleCount(records), { colour: inColour(process.stdout), width })}\n`,
      );
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
