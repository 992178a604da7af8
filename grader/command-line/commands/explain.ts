import { Command } from 'commander';
import pc from 'picocolors';
import { type ExerciseSummary, exerciseSummaries, instructionsOf } from '../../../exercises/exercises.ts';
import { loadEntries, nameOf } from '../../../properties/entry/entries.ts';
import type { Entry } from '../../../properties/entry/entry.ts';
import { signatureOf } from '../../../properties/parameters/signature.ts';
import { genericMisconceptions } from '../../judge/generic-misconceptions.ts';
import { jsonLine } from '../../text/json-text.ts';
import { formulaDocs } from './formula-docs.ts';
import { knownFormula } from './known-formula.ts';
import { inColour } from './options.ts';

interface ExplainOptions {
  staff?: boolean;
  json?: boolean;
}

interface Explanation {
  name: string;
  title: string;
  path: string;
  lecture: number;
  latex: string;
  signature: string;
  source: readonly string[];
  /** null if the formula is not an exercise */
  exercise: { section: string; points: number; instructions: string } | null;
  laws: string[];
  errata: { where: string; printed: string; holds: string }[];
  /** how the reference computes it: for staff, or if it is not an exercise */
  reference?: string;
  /** for staff only: a hint is for those who make the mistake */
  misconceptions?: { id: string; title: string; hint: string }[];
}

/** `backproof explain NAME` */
export function explainCommand(finish: (code: number) => void): Command {
  return new Command('explain')
    .description('Shows the formula, signature, source and laws of an exercise or formula, and what is asked.')
    .argument('<name>', 'an exercise or formula, as softmax')
    .option('--staff', 'with the misconceptions that the grader names, their hints, and how the reference does it')
    .option('--json', 'print it as JSON')
    .addHelpText('after', '\nExample:\n  backproof explain softmax')
    .action(async (name: string, options: ExplainOptions) => finish(await explain(name, options)));
}

async function explain(name: string, options: ExplainOptions): Promise<number> {
  const path = knownFormula(name);
  const [located] = await loadEntries(new Set([nameOf(path)]));
  const exercise = (await exerciseSummaries()).find((summary) => summary.path === path) ?? null;
  const explanation = explanationOf(path, located?.entry as Entry, exercise, options.staff === true);
  process.stdout.write(options.json ? jsonLine(explanation) : shown(explanation));
  return 0;
}

function explanationOf(path: string, entry: Entry, exercise: ExerciseSummary | null, staff: boolean): Explanation {
  const { title, lecture, latex, source } = entry;
  return {
    name: entry.id,
    title,
    path,
    lecture,
    latex,
    signature: signatureOf(entry.id, entry.parameters, entry.result),
    source,
    exercise: exercise && {
      section: exercise.section,
      points: exercise.points,
      instructions: instructionsOf({ path, entry }),
    },
    // Students are never asked for more than the contract says.
    laws: entry.laws.filter(({ extended }) => !extended || staff || exercise === null).map((law) => law.name),
    errata: (entry.errata ?? []).map(({ where, printed, holds }) => ({ where, printed, holds })),
    ...(staff || exercise === null ? { reference: formulaDocs(path, entry.id) } : {}),
    ...(staff ? { misconceptions: misconceptionsOf(path, entry, exercise !== null) } : {}),
  };
}

function misconceptionsOf(path: string, entry: Entry, isExercise: boolean): NonNullable<Explanation['misconceptions']> {
  const all = [...entry.misconceptions, ...(isExercise ? genericMisconceptions({ path, entry }) : [])];
  return all.map(({ id, title, hint }) => ({ id, title, hint }));
}

function shown(explanation: Explanation): string {
  const { bold, dim } = pc.createColors(inColour(process.stdout));
  const { name, title, lecture, exercise, misconceptions } = explanation;
  const worth = exercise === null ? 'no exercise' : `assignment ${exercise.section}, ${exercise.points} points`;
  const sections: [string, readonly string[]][] = [
    ['Formula (LaTeX)', [explanation.latex]],
    ['Signature', [explanation.signature]],
    ['Source', explanation.source],
    ['Laws that any right implementation obeys', explanation.laws.map((law) => `- ${law}`)],
    [
      'Where the course notes differ',
      explanation.errata.map(
        ({ where, printed, holds }) => `- ${where}: printed is "${printed}"; what holds: ${holds}`,
      ),
    ],
    ['Instructions', exercise?.instructions.trimEnd().split('\n') ?? []],
    ['The reference', explanation.reference?.split('\n') ?? []],
    ['Misconceptions', misconceptions?.flatMap(({ id, title, hint }) => [`- ${id}: ${title}`, `    ${hint}`]) ?? []],
  ];
  const blocks = sections
    .filter(([, lines]) => lines.length > 0)
    .map(([head, lines]) => `${bold(head)}\n${lines.map((line) => `  ${line}`.trimEnd()).join('\n')}\n`);
  return `${bold(name)}  ${title}  ${dim(`(lecture ${lecture}, ${worth})`)}\n\n${blocks.join('\n')}`;
}
