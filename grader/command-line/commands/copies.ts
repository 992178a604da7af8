import { Command } from 'commander';
import type { Copies } from '../../copies/copies.ts';
import { findCopies } from '../../copies/find-copies.ts';
import { ReaderProcess } from '../../copies/reader-process.ts';
import { sideBySide } from '../../copies/side-by-side.ts';
import type { OpenClass } from '../../layouts/open-class.ts';
import { copiesPage } from '../../report/html/copies.ts';
import { expectOwned, writeOwned } from '../../report/write-owned.ts';
import { COPIES_PAGE } from '../../report/write-reports.ts';
import { assignmentOf } from '../../run/kept-run.ts';
import { viewResults } from '../../store/view-results.ts';
import { UsageError } from '../../text/errors.ts';
import { jsonLine, jsonText } from '../../text/json-text.ts';
import { nameList } from '../../text/name-list.ts';
import { shownCount } from '../../text/numbers.ts';
import { printableLine } from '../../text/printable.ts';
import { type ClassOptions, openClassOf, withClassOptions } from './class-options.ts';
import { refreshReports } from './refresh-reports.ts';

interface CopiesOptions extends ClassOptions {
  class?: string;
  assignment?: string;
  json?: boolean;
}

const DATA = 'copies.json';
/** Pairs that the page shows with both sources, and that the terminal lists. */
const MOST_SHOWN = 100;
const MOST_LISTED = 20;

/** `backproof copies DIR` */
export function copiesCommand(finish: (code: number) => void): Command {
  return withClassOptions(new Command('copies'))
    .description(
      'Compares the functions of a class with each other, blind to names, order, comments, layout and moved helpers, and ' +
        'shows the pairs that are alike side by side: DIR/copies.html, and DIR/copies.json as data. A hint for a person, no proof.',
    )
    .argument('<dir>', 'the --out of `backproof grade`')
    .option('-c, --class <dir>', 'the class folder; without it the one that was graded')
    .option('-a, --assignment <name-or-file>', 'the assignment; without it the one of the results')
    .option('--json', 'print what is in copies.json')
    .addHelpText(
      'after',
      '\nFunctions too short to tell (relu) are not compared. The page names them, and says of every other exercise how many\n' +
        'disguised copies are found and how many honest pairs are named. Exit code 0, whatever is found.\n\nExample:\n  backproof copies results/',
    )
    .action(async (folder: string, options: CopiesOptions) => finish(await copies(folder, options)));
}

async function copies(folder: string, options: CopiesOptions): Promise<number> {
  const results = await viewResults(folder);
  const reader = new ReaderProcess();
  let opened: OpenClass | null = null;
  try {
    await expectOwned(folder, 'copies', [COPIES_PAGE, DATA]);
    const assignment = await assignmentOf(folder, results.header, options.assignment);
    opened = await openClassOf(folder, options);
    const progress = process.stderr.isTTY === true;
    const found = await findCopies(results, {
      opened,
      assignment,
      reader,
      onProgress: (done, total) => {
        if (progress) process.stderr.write(`\r\u001b[2K${done}/${total}`);
      },
    });
    if (progress) process.stderr.write('\r\u001b[2K');
    expectGraded(found, folder, opened.path);
    const shown = await sideBySide(found.pairs.slice(0, MOST_SHOWN), { opened, assignment, reader });
    const files = [
      { name: DATA, text: `${jsonText(found, 1)}\n` },
      { name: COPIES_PAGE, text: copiesPage(assignment.title, found, shown) },
    ];
    const paths = await writeOwned(folder, 'copies', files, { prune: () => false, withInputs: true });
    // The page of the class gets its link.
    await refreshReports(results, assignment);
    process.stdout.write(options.json ? jsonLine(found) : `${[...terminalLines(found), ...paths].join('\n')}\n`);
    return 0;
  } finally {
    reader.close();
    await opened?.close();
    await results.close();
  }
}

/** @throws {UsageError} Nothing in the class is what was graded, so it is another class. */
function expectGraded({ submissions, notAsGraded }: Copies, folder: string, classFolder: string): void {
  if (notAsGraded.length < submissions) return;
  throw new UsageError(
    `no submission in ${classFolder} is one that the results in ${folder} are of: name the class with --class, or grade it again`,
  );
}

function terminalLines({ pairs, groups, exercises, notAsGraded, unreadable, note }: Copies): string[] {
  const lines = pairs
    .slice(0, MOST_LISTED)
    .map(
      ({ exercise, left, right, similarity }) =>
        `${String(Math.floor(100 * similarity)).padStart(4)} %  ${exercise}  ${printableLine(left)}  ${printableLine(right)}`,
    );
  const more = exercises.reduce((sum, each) => sum + each.more, pairs.length - lines.length);
  if (more > 0) lines.push(`        and ${shownCount(more)} more pairs`);
  if (pairs.length === 0) lines.push('no two functions are alike enough to be named');
  for (const { exercise, submissions } of groups) lines.push(`alike in ${exercise}: ${nameList(submissions)}`);
  const others = exercises.filter(({ threshold }) => threshold === null);
  if (others.length > 0) lines.push(`not compared: ${others.map(({ name, why }) => `${name} (${why})`).join(', ')}`);
  if (notAsGraded.length > 0)
    lines.push(`not compared, since another source was graded (grade again first): ${nameList(notAsGraded)}`);
  if (unreadable.length > 0) lines.push(`could not be read: ${nameList(unreadable)}`);
  return [...lines, note];
}
