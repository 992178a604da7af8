import { lstat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { Command, Option } from 'commander';
import { loadEntries } from '../../../properties/entry/entries.ts';
import { dueOf } from '../../policy/lateness.ts';
import type { Records } from '../../record/records.ts';
import { maxPointsOf } from '../../record/scale.ts';
import { type ClassReport, classReport, type Entry, type Graded } from '../../report/class-report.ts';
import { isLost } from '../../report/csv.ts';
import type { ClassFormat, Format, StudentFormat, Surroundings } from '../../report/formats/format.ts';
import { FORMATS } from '../../report/formats/formats.ts';
import { reportWarnings } from '../../report/report-warnings.ts';
import { summarize } from '../../report/summary.ts';
import { type OwnedFile, type ReportFile, writeOwned } from '../../report/write-owned.ts';
import type { RosterSheet } from '../../roster/read-roster.ts';
import { keptAssignmentOf, keptClassOf, peopleOf } from '../../run/kept-run.ts';
import type { StoredResults } from '../../store/stored-results.ts';
import { viewResults } from '../../store/view-results.ts';
import { suggestion } from '../../text/did-you-mean.ts';
import { UsageError } from '../../text/errors.ts';
import { jsonLine } from '../../text/json-text.ts';
import { nameList } from '../../text/name-list.ts';
import { safeNames } from '../../text/safe-names.ts';
import { ANONYMOUS, underPseudonyms } from './anonymous-report.ts';
import { inColour } from './options.ts';
import { ofSection, ofStudent } from './report-choice.ts';
import { reportRoster } from './roster-for.ts';

interface ReportOptions {
  format: string;
  roster?: string;
  out?: string;
  student?: string;
  section?: string;
  anonymous?: boolean;
  title?: string;
  bom?: boolean;
  withInputs?: boolean;
  json?: boolean;
}

/** What came of a report: where it was written, or the text that is to be printed. */
interface Made {
  files: string[];
  text: string | null;
  /** whose the files are, if each student has one; their names need not be the students' ids */
  ofStudents: { student: string; files: string[] }[];
  /** students without a file in this format, since the grader itself failed */
  leftOut: string[];
}

/** `backproof report DIR --format NAME` */
export function reportCommand(finish: (code: number) => void): Command {
  const formats = FORMATS.map(({ name, summary }) => `  ${name.padEnd(13)}${summary}`).join('\n');
  return new Command('report')
    .description(
      'Derives a report from the results in a folder. Nothing in it is changed, and a run may still be writing.',
    )
    .argument('<dir>', 'the --out of `backproof grade`')
    .addOption(
      new Option('-f, --format <name>', 'the report (see below)')
        .makeOptionMandatory()
        .argParser((name: string) => formatNamed(name).name),
    )
    .option(
      '-r, --roster <file>',
      "the platform's own gradebook, or a CSV with a header: id, name, email, sis_id, login, section, canvas_id, moodle_id",
    )
    .option('-o, --out <path>', 'the file to write, or the folder; without it the report is printed')
    .option('--student <id>', 'the report of one student alone')
    .option('--section <name>', 'the students of one section of the roster alone')
    .option(
      '--anonymous',
      'pseudonyms from the key of the class for ids and names; who is who is written to DIR/pseudonyms.csv, for you alone',
    )
    .option('--title <text>', 'what the assignment is called in the gradebook')
    .option('--bom', 'start a CSV with a byte order mark, so that Excel reads it as UTF-8')
    .option(
      '--with-inputs',
      "feedback with the counterexamples' arguments; the inputs of the class are hidden otherwise",
    )
    .option('--json', 'print what was written as JSON; needs --out')
    .addHelpText(
      'after',
      `\nFormats:\n${formats}\n\nExit code 1 if the grader itself failed on a submission: it has no grade in the report.\n` +
        'Files that backproof did not write are never replaced.\n\n' +
        'A roster that `grade` was given counts here too, without --roster; who is not in it has a row all the same.\n' +
        'With --roster, students who handed nothing in have a row with an empty grade (nbgrader: 0, like its own export;\n' +
        'blackboard, brightspace, sakai: no row, so nothing is changed there). In Canvas an empty cell removes an existing\n' +
        'grade: check the changes that its import shows first. If the roster is the gradebook that Canvas, Blackboard,\n' +
        'Brightspace or Sakai handed out, the column of the assignment is found in it by --title, or by the title of the assignment.\n' +
        'CSV is UTF-8 without a byte order mark, which every importer reads. Excel shows names such as Søren correctly only\n' +
        'with one: use --bom for a file to be opened there. Canvas and Moodle accept both.\n\nExamples:\n' +
        '  backproof report results/ --format csv --bom --out class.csv\n' +
        '  backproof report results/ --format canvas --roster roster.csv --out canvas.csv\n' +
        '  backproof report results/ --format feedback --out feedback/\n' +
        '  backproof report results/ --format upload --out feedback.zip\n' +
        '  backproof report results/ --format gradescope --student ada > results.json',
    )
    .action(async (folder: string, options: ReportOptions) => finish(await report(folder, options)));
}

async function report(folder: string, options: ReportOptions): Promise<number> {
  const format = formatNamed(options.format);
  if (options.json && options.out === undefined) throw new UsageError('--json says what was written: name an --out');
  if (format.kind === 'student' && options.out === undefined && options.student === undefined) {
    throw new UsageError(`--format ${format.name} has a file per student: name a folder with --out, or one --student`);
  }
  const isCsv = format.kind === 'class' && format.fileName.endsWith('.csv');
  if (options.withInputs && format.name !== 'feedback') throw new UsageError('--with-inputs is for --format feedback');
  if (options.bom && !isCsv) throw new UsageError(`--bom is for CSV: --format ${format.name} writes none`);
  if (options.anonymous && !ANONYMOUS.includes(format.name))
    throw new UsageError(`--anonymous is for ${ANONYMOUS.join(', ')}: --format ${format.name} must name the students`);
  const results = await viewResults(folder);
  try {
    const records = results.all();
    const about = await graded(folder, results, records, options.title);
    const roster = await reportRoster(folder, options.roster, about.title);
    if (options.section !== undefined && roster.students === null)
      throw new UsageError('--section needs a --roster with a column section');
    const all = classReport(about, records, roster.students, await peopleOf(folder), roster.isKept);
    const whole = ofSection(all, options.section);
    const shown = options.anonymous ? await underPseudonyms(whole, results) : whole;
    return await reportOf(shown, format, folder, roster.sheet, options);
  } finally {
    await results.close();
  }
}

async function reportOf(
  whole: ClassReport,
  format: ClassFormat | StudentFormat,
  folder: string,
  sheet: RosterSheet | null,
  options: ReportOptions,
): Promise<number> {
  const chosen = options.student === undefined ? whole : ofStudent(whole, options.student);
  const surroundings: Surroundings = {
    folder,
    colour: options.out === undefined && inColour(process.stdout),
    width: process.stdout.columns ?? 120,
    env: process.env,
    cameFrom: await keptClassOf(folder),
    sheet,
    visible: { titles: await misconceptionTitles(whole.records), withInputs: options.withInputs === true },
  };
  const made =
    format.kind === 'class'
      ? await classFile(format, chosen, surroundings, options)
      : await studentFiles(format, chosen, surroundings, options, namesOf(whole));
  for (const warning of reportWarnings(chosen, format.kind === 'class' ? [] : made.leftOut, lostIn(chosen, format)))
    process.stderr.write(`${warning}\n`);
  if (format.kind === 'class' && made.leftOut.length > 0) {
    const why = 'no file of theirs is there that the platform finds them by, or the grader itself failed';
    process.stderr.write(`backproof: submissions without a page (${why}): ${nameList(made.leftOut)}\n`);
  }
  const notes = format.kind === 'class' ? (format.notes?.(chosen, surroundings) ?? []) : [];
  for (const note of notes) process.stderr.write(`backproof: ${note}\n`);
  if (made.text !== null) process.stdout.write(made.text);
  if (options.json) process.stdout.write(jsonLine({ ...summaryOf(format, chosen, made), notes }));
  else if (format.kind === 'student' && made.files.length > 1) {
    process.stdout.write(`${made.files.length} files in ${options.out}\n`);
  } else if (made.files[0] !== undefined) {
    const others = made.files.length - 1;
    process.stdout.write(`${made.files[0]}${others > 0 ? ` and ${others} pages of students beside it` : ''}\n`);
  }
  return summarize(chosen.records).infraErrors > 0 ? 1 : 0;
}

/** The titles of the misconceptions that the records name. */
async function misconceptionTitles(records: Records): Promise<Map<string, string>> {
  const { clusters, exercises } = summarize(records);
  const entries = await loadEntries(new Set(clusters.length === 0 ? [] : exercises));
  return new Map(entries.flatMap(({ entry }) => entry.misconceptions.map(({ id, title }) => [id, title] as const)));
}

function formatNamed(name: string): ClassFormat | StudentFormat {
  const found = FORMATS.find((format) => format.name === name);
  if (found !== undefined) return found;
  const names = FORMATS.map((format) => format.name);
  throw new UsageError(`unknown format ${name}${suggestion(name, names) || `: ${names.join(', ')}`}`);
}

async function graded(
  folder: string,
  { header }: StoredResults,
  records: Records,
  title: string | undefined,
): Promise<Graded> {
  const { assignment } = header;
  // If the assignment is not kept, the records still list the names of its exercises.
  const known = await keptAssignmentOf(folder, header);
  if (known === null) return { assignment, title: title ?? assignment, exercises: summarize(records).exercises };
  return {
    assignment,
    title: title ?? known.title,
    exercises: known.exercises.map(({ name }) => name),
    maxPoints: maxPointsOf(known),
    due: dueOf(known),
  };
}

async function classFile(
  format: ClassFormat,
  report: ClassReport,
  surroundings: Surroundings,
  { out, bom }: ReportOptions,
): Promise<Made> {
  const start = bom ? '\ufeff' : '';
  if (out === undefined) return madeOf({ text: start + (await format.render(report, surroundings)) });
  const [folder, name] = (await isFolder(out)) ? [out, format.fileName] : [dirname(out), basename(out)];
  const files: Iterable<OwnedFile> =
    format.files === undefined
      ? [{ name, text: start + (await format.render(report, surroundings)) }]
      : await format.files(report, surroundings, name);
  const prune = (other: string): boolean => format.isPart?.(other, name) === true;
  const leftOut = format.leavesOut?.(report, surroundings) ?? [];
  return madeOf({ files: await writeOwned(folder, format.name, files, { prune }), leftOut });
}

async function studentFiles(
  format: StudentFormat,
  report: ClassReport,
  surroundings: Surroundings,
  { out, student, withInputs }: ReportOptions,
  names: ReadonlyMap<string, string>,
): Promise<Made> {
  const made: Made = { files: [], text: null, ofStudents: [], leftOut: [] };
  function* files(): Generator<ReportFile> {
    for (const entry of report.entries) yield* filesOf(entry);
  }
  function* filesOf({ student: who, record }: Entry): Generator<ReportFile> {
    if (record === null) return;
    const rendered = format.render(who, record, report, surroundings);
    if (rendered === null) made.leftOut.push(who.id);
    const own: string[] = [];
    for (const { extension, text } of rendered ?? []) {
      made.text ??= text;
      const name = `${names.get(who.id)}.${extension}`;
      own.push(name);
      yield { name, text };
    }
    made.ofStudents.push({ student: who.id, files: own });
  }
  const kind = withInputs ? { withInputs } : {};
  if (student === undefined && out !== undefined) {
    // Rendered while they are written: together they may be gigabytes.
    const written = await writeOwned(out, format.name, files(), { prune: () => true, ...kind });
    return { ...made, text: null, files: written, ofStudents: placed(made.ofStudents, out) };
  }
  const own = [...files()];
  const [alone] = own;
  // Do not create an empty folder for a student without a report.
  if (out === undefined || alone === undefined) return { ...made, ofStudents: [] };
  if (own.length === 1 && !(await isFolder(out))) {
    const named = [{ name: basename(out), text: alone.text }];
    const [path = out] = await writeOwned(dirname(out), format.name, named, { prune: () => false, ...kind });
    return { ...made, text: null, files: [path], ofStudents: made.ofStudents.map((of) => ({ ...of, files: [path] })) };
  }
  const written = await writeOwned(out, format.name, own, { prune: () => false, ...kind });
  return { ...made, text: null, files: written, ofStudents: placed(made.ofStudents, out) };
}

function placed(ofStudents: Made['ofStudents'], folder: string): Made['ofStudents'] {
  return ofStudents.map(({ student, files }) => ({ student, files: files.map((name) => join(folder, name)) }));
}

function madeOf(parts: Partial<Made>): Made {
  return { files: [], text: null, ofStudents: [], leftOut: [], ...parts };
}

/** Names are made over the whole class, so that a file has the same name no matter who else is in the report. */
function namesOf({ entries }: ClassReport): Map<string, string> {
  return safeNames(entries.map(({ student }) => student.id));
}

/** Students without a row, since the format has no safe way to name them. */
function lostIn({ entries }: ClassReport, format: Format): string[] {
  const identities = format.kind === 'class' ? format.identities : undefined;
  if (identities === undefined) return [];
  return entries.filter(({ student }) => isLost(identities(student))).map(({ student }) => student.id);
}

async function isFolder(path: string): Promise<boolean> {
  if (/[\\/]$/.test(path)) return true;
  return lstat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
}

function summaryOf(format: Format, report: ClassReport, made: Made): object {
  const { records, entries, strays, contested } = report;
  return {
    format: format.name,
    files: made.files,
    ofStudents: made.ofStudents,
    students: entries.length,
    notGraded: Array.from(records, ({ status, submission }) => (status === 'infra_error' ? [submission] : [])).flat(),
    leftOut: [...made.leftOut, ...lostIn(report, format)],
    absent: entries.filter(({ submission }) => submission === null).map(({ student }) => student.id),
    withoutStudent: Array.from(strays, ({ submission }) => submission),
    contested: contested.map(({ student, submissions }) => ({ student: student.id, submissions })),
  };
}
