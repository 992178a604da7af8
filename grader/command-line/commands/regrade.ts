import { Command } from 'commander';
import { exerciseSummaries } from '../../../exercises/exercises.ts';
import type { Assignment } from '../../assignment/assignment.ts';
import { readAssignment } from '../../assignment/read-assignment.ts';
import type { OpenClass } from '../../layouts/open-class.ts';
import { oracleHash } from '../../oracle/oracle-hash.ts';
import { Standings } from '../../policy/standings.ts';
import { DrawingFile } from '../../report/drawing-file.ts';
import { expectOwnReports } from '../../report/write-reports.ts';
import { keptClass } from '../../run/kept-class.ts';
import { assignmentHash, assignmentOf, expectOwnRun, keepRun, keptAssignmentOf } from '../../run/kept-run.ts';
import { changesOf, type Regraded, regradeClass } from '../../run/regrade.ts';
import { recordLine } from '../../store/record-line.ts';
import { Store } from '../../store/store.ts';
import type { StoredResults } from '../../store/stored-results.ts';
import { viewResults } from '../../store/view-results.ts';
import { UsageError } from '../../text/errors.ts';
import { jsonLine } from '../../text/json-text.ts';
import { type ClassOptions, openClassOf, withClassOptions } from './class-options.ts';
import { Interruption } from './interruption.ts';
import { backendOption, DEFAULT_JOBS, jobsOption } from './options.ts';
import { refreshReports } from './refresh-reports.ts';
import { type Row, regradeTable } from './regrade-table.ts';
import { rosterFor } from './roster-for.ts';

interface RegradeOptions extends ClassOptions {
  class?: string;
  assignment?: string;
  roster?: string;
  jobs: number;
  write?: boolean;
  json?: boolean;
}

/** `backproof regrade DIR [--assignment A] [--write]` */
export function regradeCommand(finish: (code: number) => void): Command {
  return withClassOptions(new Command('regrade'))
    .description(
      'Judges every submission again, under the oracles as they are now or another version of the assignment: its points, ' +
        'shares, limits, deadline, bonuses. Prints the points before and after. Nothing is written without --write; decisions stay.',
    )
    .argument('<dir>', 'the folder of results')
    .option('-c, --class <dir>', 'the class folder or its zip; without it the one that was graded')
    .option('-a, --assignment <name-or-file>', 'another version of the assignment; without it the one of the results')
    .option('-r, --roster <file>', 'who is excused and when each handed in; without it the one of the results')
    .option('--jobs <n>', 'processes that run submissions', jobsOption, DEFAULT_JOBS)
    .option('--write', 'write the new records over the old ones')
    .option('--json', 'print the rows as JSON')
    .addHelpText(
      'after',
      '\nExit code 1 if a submission could not be judged by a fault of the grader: its record stays.\n\nExamples:\n' +
        '  backproof regrade results/\n  backproof regrade results/ --assignment week-4.json --write',
    )
    .action(async (folder: string, options: RegradeOptions) => finish(await regrade(folder, options)));
}

async function regrade(folder: string, options: RegradeOptions): Promise<number> {
  const results = options.write ? await Store.reopen(folder) : await viewResults(folder);
  const interruption = new Interruption();
  const drawings = new DrawingFile(folder);
  let opened: OpenClass | null = null;
  try {
    const assignment = await wantedAssignment(folder, results, options.assignment);
    opened = await openClassOf(folder, options);
    const noted = { handedIn: new Map(opened.entries.map((entry) => [entry.id, entry])), people: opened.people };
    const sameAssignment = assignmentHash(assignment) === results.header.assignmentHash;
    const earlier = sameAssignment ? assignment : await keptAssignmentOf(folder, results.header);
    const { file: rosterFile, students: roster } = await rosterFor(folder, options.roster, assignment.title);
    const regraded = regradeClass(results, {
      opened,
      assignment,
      earlier,
      standings: (submissions) => new Standings(assignment, submissions, { ...noted, roster }),
      secret: await results.secret(),
      perSource: results.header.perSource,
      oracleHash: oracleHash(),
      backend: backendOption(results.header.oracle),
      jobs: options.jobs,
      signal: interruption.signal,
    });
    const rows: Row[] = [];
    if (results instanceof Store) {
      await expectOwnRun(folder);
      await expectOwnReports(folder);
      await drawings.expectOwn();
      await results.replaceAll(written(regraded, rows, drawings, interruption.signal));
      if (drawings.lost !== null) process.stderr.write(`${drawings.lost}\n`);
      if (!sameAssignment) await results.reassign(assignmentHash(assignment));
      await keepRun(folder, { path: opened.path, kept: keptClass(opened) }, assignment, rosterFile);
      await refreshReports(results, assignment);
    } else for await (const item of regraded) rows.push(rowOf(item));
    if (interruption.signal.aborted) throw new Interrupted();
    process.stdout.write(
      options.json
        ? jsonLine({ dir: folder, written: options.write === true, rows })
        : regradeTable(rows, options.write === true),
    );
    return rows.some(({ kept }) => kept === 'failed') ? 1 : 0;
  } catch (error) {
    if (!(error instanceof Interrupted)) throw error;
    process.stderr.write('stopped: nothing was written\n');
    return 130;
  } finally {
    interruption.close();
    drawings.close();
    await opened?.close();
    await results.close();
  }
}

class Interrupted extends Error {}

async function wantedAssignment(
  folder: string,
  results: StoredResults,
  named: string | undefined,
): Promise<Assignment> {
  if (named === undefined) return assignmentOf(folder, results.header, undefined);
  const assignment = await readAssignment(named, await exerciseSummaries());
  if (assignment.name === results.header.assignment) return assignment;
  throw new UsageError(
    `${folder} holds results of the assignment ${results.header.assignment}, not ${assignment.name}: ` +
      `another version of it has the same file name, ${results.header.assignment}.json`,
  );
}

/** The new lines; adds the rows to print on the way. */
async function* written(
  regraded: AsyncIterable<Regraded>,
  rows: Row[],
  drawings: DrawingFile,
  signal: AbortSignal,
): AsyncGenerator<string> {
  for await (const item of regraded) {
    rows.push(rowOf(item));
    drawings.add(item.after.submission, item.drawings);
    yield recordLine(item.after);
  }
  // Thrown before the new file takes the place of the old one.
  if (signal.aborted) throw new Interrupted();
}

function rowOf(item: Regraded): Row {
  const { before, after, kept } = item;
  const { submission, maxPoints } = after;
  return { submission, before: before.points, after: after.points, maxPoints, kept, changes: changesOf(item) };
}
