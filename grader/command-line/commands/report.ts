import { lstat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { Command, Option } from 'commander';
import { loadEntries } from '../../../properties/entry/entries.ts';
import type { SubmissionRecord } from '../../record/record.ts';
import { maxPointsOf } from '../../record/scale.ts';
import { type ClassReport, classReport, type Entry, type Graded } from '../../report/class-report.ts';
import { isLost } from '../../report/csv.ts';
import type { ClassFormat, Format, StudentFormat, Surroundings } from '../../report/formats/format.ts';
import { FORMATS } from '../../report/formats/formats.ts';
import { reportWarnings } from '../../report/report-warnings.ts';
import { exerciseNames } from '../../report/summary.ts';
import { type ReportFile, writeOwned } from '../../report/write-owned.ts';
import { readRoster } from '../../roster/read-roster.ts';
import { assignmentOf } from '../../run/kept-run.ts';
import { viewResults } from '../../store/view-results.ts';
import { suggestion } from '../../text/did-you-mean.ts';
import { UsageError } from '../../text/errors.ts';
import { jsonLine } from '../../text/json-text.ts';
import { safeNames } from '../../text/safe-names.ts';
import { inColour } from './options.ts';

interface ReportOptions {
  format: string;
  roster?: string;
  out?: string;
  student?: string;
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
    .option('-r, --roster <file>', 'CSV with a header: id, name, email, sis_id, login, section, canvas_id, moodle_id')
    .option('-o, --out <path>', 'the file to write, or the folder; without it the report is printed')
    .option('--student <id>', 'the report of one student alone')
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
        'With --roster, students who handed nothing in have a row with an empty grade (nbgrader: 0, like its own export). In\n' +
        'Canvas an empty cell removes an existing grade: check the changes that its import shows first.\n' +
        'CSV is UTF-8 without a byte order mark, which every importer reads. Excel shows names such as Søren correctly only\n' +
        'with one: use --bom for a file to be opened there. Canvas and Moodle accept both.\n\nExamples:\n' +
        '  backproof report results/ --format csv --bom --out class.csv\n' +
        '  backproof report results/ --format canvas --roster roster.csv --out canvas.csv\n' +
        '  backproof report results/ --format feedback --out feedback/\n' +
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
  const roster = options.roster === undefined ? null : await readRoster(options.roster);
  const { about, records } = await graded(folder, options.title);
  const whole = classReport(about, records, roster);
  const chosen = options.student === undefined ? whole : ofStudent(whole, options.student);
  const surroundings: Surroundings = {
    folder,
    colour: options.out === undefined && inColour(process.stdout),
    width: process.stdout.columns ?? 120,
    env: process.env,
    visible: { titles: await misconceptionTitles(records), withInputs: options.withInputs === true },
  };
  const made =
    format.kind === 'class'
      ? await classFile(format, chosen, surroundings, options)
      : await studentFiles(format, chosen, surroundings, options, namesOf(whole));
  for (const warning of reportWarnings(chosen, made.leftOut, lostIn(chosen, format)))
    process.stderr.write(`${warning}\n`);
  if (made.text !== null) process.stdout.write(made.text);
  if (options.json) process.stdout.write(jsonLine(summaryOf(format, chosen, made)));
  else if (format.kind === 'student' && made.files.length > 1) {
    process.stdout.write(`${made.files.length} files in ${options.out}\n`);
  } else if (made.files[0] !== undefined) {
    const others = made.files.length - 1;
    process.stdout.write(`${made.files[0]}${others > 0 ? ` and ${others} pages of students beside it` : ''}\n`);
  }
  return chosen.records.some(({ status }) => status === 'infra_error') ? 1 : 0;
}

/** The titles of the misconceptions that the records name. */
async function misconceptionTitles(records: readonly SubmissionRecord[]): Promise<Map<string, string>> {
  const named = records.flatMap(({ exercises }) =>
    exercises.flatMap(({ name, misconception }) => (misconception === null ? [] : [name])),
  );
  const entries = await loadEntries(new Set(named));
  return new Map(entries.flatMap(({ entry }) => entry.misconceptions.map(({ id, title }) => [id, title] as const)));
}

function formatNamed(name: string): ClassFormat | StudentFormat {
  const found = FORMATS.find((format) => format.name === name);
  if (found !== undefined) return found;
  const names = FORMATS.map((format) => format.name);
  throw new UsageError(`there is no format ${name}${suggestion(name, names) || `: ${names.join(', ')}`}`);
}

async function graded(
  folder: string,
  title: string | undefined,
): Promise<{ about: Graded; records: SubmissionRecord[] }> {
  const results = await viewResults(folder);
  try {
    const records: SubmissionRecord[] = [];
    for await (const record of results.read()) records.push(record);
    const { assignment } = results.header;
    // If the assignment is not kept, the records still list the names of its exercises.
    const known = await assignmentOf(folder, results.header, undefined).catch((error: unknown) => {
      if (error instanceof UsageError) return null;
      throw error;
    });
    const about: Graded =
      known === null
        ? { assignment, title: title ?? assignment, exercises: exerciseNames(records) }
        : {
            assignment,
            title: title ?? known.title,
            exercises: known.exercises.map(({ name }) => name),
            maxPoints: maxPointsOf(known),
          };
    return { about, records };
  } finally {
    await results.close();
  }
}

/** The same class with one student in it, named by id or submission. */
function ofStudent(report: ClassReport, id: string): ClassReport {
  const isMeant = ({ student, record }: Entry): boolean => student.id === id || record?.submission === id;
  const entry = report.entries.find(isMeant);
  if (entry === undefined) {
    const ids = report.entries.map(({ student }) => student.id);
    throw new UsageError(`there is no student ${id}${suggestion(id, ids)}`);
  }
  const records = entry.record === null ? [] : [entry.record];
  return { ...report, entries: [entry], records, strays: [], contested: [] };
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
  const files =
    format.files === undefined
      ? [{ name, text: start + (await format.render(report, surroundings)) }]
      : [...(await format.files(report, surroundings, name))];
  const prune = (other: string): boolean => format.isPart?.(other, name) === true;
  return madeOf({ files: await writeOwned(folder, format.name, files, { prune }) });
}

async function studentFiles(
  format: StudentFormat,
  report: ClassReport,
  surroundings: Surroundings,
  { out, student, withInputs }: ReportOptions,
  names: ReadonlyMap<string, string>,
): Promise<Made> {
  const files: ReportFile[] = [];
  const ofStudents: Made['ofStudents'] = [];
  const leftOut: string[] = [];
  let text: string | null = null;
  for (const { student: who, record } of report.entries) {
    if (record === null) continue;
    const rendered = format.render(who, record, report, surroundings);
    if (rendered === null) leftOut.push(who.id);
    const own: string[] = [];
    for (const { extension, text: content } of rendered ?? []) {
      text ??= content;
      const name = `${names.get(who.id)}.${extension}`;
      files.push({ name, text: content });
      own.push(name);
    }
    ofStudents.push({ student: who.id, files: own });
  }
  // Do not create an empty folder for a student without a report.
  if (out === undefined || (student !== undefined && files.length === 0)) return madeOf({ text, leftOut });
  const kind = withInputs ? { withInputs } : {};
  const [alone] = files;
  if (student !== undefined && files.length === 1 && alone !== undefined && !(await isFolder(out))) {
    const named = [{ name: basename(out), text: alone.text }];
    const [path = out] = await writeOwned(dirname(out), format.name, named, { prune: () => false, ...kind });
    return madeOf({ files: [path], ofStudents: ofStudents.map((own) => ({ ...own, files: [path] })), leftOut });
  }
  const written = await writeOwned(out, format.name, files, { prune: () => student === undefined, ...kind });
  const paths = ofStudents.map(({ student: id, files: own }) => ({
    student: id,
    files: own.map((name) => join(out, name)),
  }));
  return madeOf({ files: written, ofStudents: paths, leftOut });
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
    notGraded: records.filter(({ status }) => status === 'infra_error').map(({ submission }) => submission),
    leftOut: [...made.leftOut, ...lostIn(report, format)],
    absent: entries.filter(({ record }) => record === null).map(({ student }) => student.id),
    withoutStudent: strays.map(({ submission }) => submission),
    contested: contested.map(({ student, submissions }) => ({ student: student.id, submissions })),
  };
}
