import Table from 'cli-table3';
import { Command } from 'commander';
import pc from 'picocolors';
import { type ExerciseSummary, exerciseSummaries, loadExercises } from '../../../exercises/exercises.ts';
import { signatureOf } from '../../../properties/parameters/signature.ts';
import type { Assignment } from '../../assignment/assignment.ts';
import { readAssignment } from '../../assignment/read-assignment.ts';
import { jsonLine } from '../../text/json-text.ts';
import { shownPoints } from '../../text/numbers.ts';
import { inColour } from './options.ts';

interface ListOptions {
  json?: boolean;
}

interface Listed {
  name: string;
  title: string;
  points: number;
  exercises: { name: string; signature: string; points: number }[];
}

/** The width of the other columns, and the least width of a signature. */
const OTHER_COLUMNS = 58;
const NARROWEST_SIGNATURE = 24;
const NO_RULES = { mid: '', 'left-mid': '', 'mid-mid': '', 'right-mid': '' };

/** `backproof list` */
export function listCommand(finish: (code: number) => void): Command {
  return new Command('list')
    .description('Lists the bundled assignments with the exercises, signatures and points of each.')
    .option('--json', 'print a list of assignments as JSON')
    .addHelpText('after', '\nExample:\n  backproof list')
    .action(async (options: ListOptions) => finish(await list(options)));
}

async function list(options: ListOptions): Promise<number> {
  const known = await exerciseSummaries();
  const sections = [...new Set(known.map(({ section }) => section))];
  const names = [...sections, 'all'];
  const signatures = await signaturesOf(known);
  const assignments = await Promise.all(
    names.map(async (name) => listed(await readAssignment(name, known), signatures)),
  );
  process.stdout.write(options.json ? jsonLine(assignments) : shown(assignments, known));
  return 0;
}

async function signaturesOf(known: readonly ExerciseSummary[]): Promise<ReadonlyMap<string, string>> {
  const exercises = await loadExercises(new Set(known.map(({ name }) => name)));
  return new Map(
    exercises.map(({ name, entry }) => [name, signatureOf(name, entry.parameters, entry.result)] as const),
  );
}

function listed({ name, title, exercises }: Assignment, signatures: ReadonlyMap<string, string>): Listed {
  return {
    name,
    title,
    points: exercises.reduce((sum, { points }) => sum + points, 0),
    exercises: exercises.map((exercise) => ({ ...exercise, signature: signatures.get(exercise.name) ?? '' })),
  };
}

function shown(assignments: readonly Listed[], known: readonly ExerciseSummary[]): string {
  const colours = pc.createColors(inColour(process.stdout));
  const room = Math.max(NARROWEST_SIGNATURE, (process.stdout.columns ?? 120) - OTHER_COLUMNS);
  const table = new Table({
    head: ['assignment', 'exercise', 'signature', 'points'].map(colours.bold),
    colAligns: ['left', 'left', 'left', 'right'],
    colWidths: [null, null, room, null],
    wordWrap: true,
    style: { head: [], border: [] },
    chars: NO_RULES,
  });
  for (const { name, points, exercises } of assignments) {
    const all = name === 'all';
    table.push([colours.bold(name), all ? `${exercises.length} exercises` : '', '', colours.bold(shownPoints(points))]);
    if (all) continue;
    // The name has its own column.
    for (const exercise of exercises) {
      const parameters = exercise.signature.replace(exercise.name, '');
      table.push(['', exercise.name, parameters, shownPoints(exercise.points)]);
    }
  }
  const note = 'backproof start <assignment> <dir> writes the stubs, backproof explain <exercise> says what is asked.';
  const others = known.filter(({ bundled }) => bundled === false).map(({ name }) => name);
  const further = `Further exercises, for assignments of your own: ${others.join(', ')}.`;
  return `${table.toString()}\n${further}\n${colours.dim(note)}\n`;
}
