import { CsvError, parse } from 'csv-parse/sync';
import { UsageError } from '../text/errors.ts';
import { MomentError, machineZone, momentOf } from '../text/moment.ts';
import { type GradebookName, gradebookOf } from './gradebook.ts';
import { rosterText } from './roster-text.ts';
import { nameless, type Student } from './student.ts';

type Field = keyof Student;

/** What submissions are called, which only those who cannot be found in another way need. */
const SUBMISSION = 'submission';

/** What a column may be called, in letters and digits alone: ours, and those of the platforms' own exports. */
const HEADERS: Readonly<Record<Field, readonly string[]>> = {
  id: ['id', 'studentid', SUBMISSION],
  name: ['name', 'fullname', 'student', 'studentname'],
  firstName: ['firstname', 'givenname'],
  lastName: ['lastname', 'surname', 'familyname'],
  email: ['email', 'emailaddress', 'mail'],
  sisId: ['sisid', 'sid', 'sisuserid', 'idnumber', 'orgdefinedid'],
  login: ['login', 'loginid', 'sisloginid', 'username', 'githubusername'],
  section: ['section', 'sections', 'group'],
  canvasId: ['canvasid', 'canvasuserid'],
  moodleId: ['moodleid', 'identifier', 'participant', 'participantid'],
  submitted: ['submitted', 'submittedat'],
  excused: ['excused'],
};

/** In the first cell of the line with the points in Canvas's gradebook. */
const POSSIBLE = 'Points Possible';
/** In Canvas's gradebook, in the column of what somebody is excused from. */
const EXCUSED = 'EX';
const YES: readonly string[] = ['yes', 'y', 'true', '1', 'x', 'ex', 'excused'];
const NO: readonly string[] = ['no', 'n', 'false', '0', '-'];

/** The columns that replace a missing column `id`; of each student the first one that is not empty counts. */
const IN_PLACE_OF_ID: readonly Field[] = ['login', 'sisId', 'email', 'moodleId', 'canvasId'];
/** The number of a submission names no student: Gradescope writes it for each member of a group, and leaves it empty for the absent. */
const LAST_RESORT = 'submissionid';
const BEHIND_A_MARK: ReadonlySet<Field> = new Set(['id', 'sisId', 'login']);
const UNIQUE: readonly Field[] = ['id', 'email', 'sisId', 'login', 'canvasId', 'moodleId'];

interface Row {
  line: number;
  cells: string[];
}
interface Column {
  header: string;
  index: number;
}
type Columns = ReadonlyMap<Field, Column>;

/** A roster as a sheet, for a report that keeps to the columns of the gradebook it came as. */
export interface RosterSheet {
  header: readonly string[];
  delimiter: Delimiter;
  /** null if it is not a platform's own */
  gradebook: GradebookName | null;
  /** the points of each column, as Canvas alone writes them below its header */
  possible?: readonly string[];
  /** the ids of those whom Canvas excuses, by the column in which it says EX */
  excused?: ReadonlyMap<string, readonly string[]>;
}
export type Delimiter = ',' | ';' | '\t';

/**
 * Reads a roster: CSV with a header, separated by commas, semicolons or tabs. Columns are found by their names, in any
 * case and order; others are ignored. A gradebook that Canvas, Blackboard, Brightspace or Sakai handed out and a grading worksheet of
 * Moodle are rosters too.
 *
 * @throws {UsageError} It cannot be read, or has a fault: the message names the line and the column.
 */
export async function readRosterSheet(path: string): Promise<{ students: Student[]; sheet: RosterSheet }> {
  const text = await rosterText(path);
  const delimiter = delimiterOf(text);
  const [header, ...rows] = rowsOf(path, text, delimiter);
  if (header === undefined)
    throw new UsageError(`${path}:1: expected a header such as id,name,email,sis_id, got nothing`);
  expectWhole(path, text, header, rows.at(-1));
  const gradebook = gradebookOf(header.cells);
  const columns = columnsOf(path, header, gradebook);
  const students: Student[] = [];
  const seen = new Map<string, number>();
  const excused = new Map<string, string[]>();
  for (const row of rows) {
    if (row.cells.length > header.cells.length) {
      const counts = `${row.cells.length} cells where the header has ${header.cells.length}`;
      throw new UsageError(`${path}:${row.line}: ${counts}: put a cell with a comma in it in quotes`);
    }
    const student = studentOf(columns, row, gradebook);
    if (student === null) continue;
    expectPolicyCells(path, row.line, student, columns);
    if (!YES.includes(student.excused?.toLowerCase() ?? '')) student.excused = null;
    expectOnce(path, row.line, student, columns, seen);
    students.push(student);
    if (gradebook !== 'canvas') continue;
    for (const name of header.cells.filter((_, at) => row.cells[at] === EXCUSED))
      excused.set(name, [...(excused.get(name) ?? []), student.id]);
  }
  if (students.length === 0) throw new UsageError(`${path}: expected at least one student below the header`);
  const sheet = { header: header.cells, delimiter, gradebook };
  const possible = rows.find(({ cells }) => cells[0] === POSSIBLE)?.cells ?? [];
  return { students, sheet: gradebook === 'canvas' ? { ...sheet, possible, excused } : sheet };
}

/** What separates the names of the columns; a comma in a title of an assignment does not. */
function delimiterOf(text: string): Delimiter {
  const first = (text.split(/[\r\n]/, 1)[0] ?? '').replace(/"[^"]*"/g, '');
  if (first.includes('\t')) return '\t';
  return count(first, ';') > count(first, ',') ? ';' : ',';
}

function rowsOf(path: string, text: string, delimiter: Delimiter): Row[] {
  try {
    const parsed = parse(text, { bom: true, delimiter, info: true, relax_column_count: true, skip_empty_lines: true });
    // `lines` counts the ends of lines so far, so a row that spans several is named by its last one.
    return (parsed as unknown as { info: { lines: number }; record: string[] }[]).map(({ info, record }) => ({
      line: info.lines,
      cells: record.map((cell) => cell.trim().normalize('NFC')),
    }));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = typeof error['lines'] === 'number' ? `:${error['lines']}` : '';
    const reason =
      error.code === 'CSV_QUOTE_NOT_CLOSED'
        ? 'a cell that begins with a quote never ends: was the file cut off? Export it again'
        : `not CSV: ${error.message}`;
    throw new UsageError(`${path}${line}: ${reason}`);
  }
}

function count(text: string, mark: string): number {
  return text.split(mark).length - 1;
}

/** A last line that neither ends nor has all its cells is what is left of a file that was cut off. */
function expectWhole(path: string, text: string, header: Row, last: Row | undefined): void {
  if (last === undefined || /[\r\n]$/.test(text) || last.cells.length >= header.cells.length) return;
  const counts = `the last line ends after ${last.cells.length} of ${header.cells.length} cells`;
  throw new UsageError(`${path}:${last.line}: ${counts}: was the file cut off? Export it again`);
}

function columnsOf(path: string, { line, cells }: Row, gradebook: GradebookName | null): Columns {
  const columns = new Map<Field, Column>();
  let lastResort: Column | undefined;
  for (const [index, header] of cells.entries()) {
    const key = keyOf(header);
    const field = (Object.keys(HEADERS) as Field[]).find((name) => HEADERS[name].includes(key));
    if (key === LAST_RESORT) lastResort = { header, index };
    if (field === undefined) continue;
    const known = columns.get(field);
    if (known !== undefined) {
      throw new UsageError(`${path}:${line}: the columns ${known.header} and ${header} mean the same: leave one out`);
    }
    columns.set(field, { header, index });
  }
  const id = columns.get('id');
  // In a gradebook that Canvas exports, "ID" is Canvas's own number; Blackboard's "Student ID" may be empty.
  if (id !== undefined && gradebook === 'canvas') columns.set('canvasId', id);
  if (id !== undefined && gradebook === 'blackboard') columns.set('sisId', id);
  if (id === undefined || gradebook === 'blackboard') {
    const substitutes = IN_PLACE_OF_ID.map((field) => columns.get(field));
    const substitute = [...substitutes, lastResort].find((column) => column !== undefined);
    if (substitute === undefined) {
      const shown = cells
        .slice(0, 20)
        .map((cell) => JSON.stringify(cell.slice(0, 80)))
        .join(', ');
      throw new UsageError(`${path}:${line}: expected a column id (or login, sis_id, email), got ${shown}`);
    }
    columns.set('id', substitute);
  }
  return columns;
}

/** Letters and digits alone. */
function keyOf(header: string): string {
  return header
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');
}

/** Whether another column stands for `id`, or may stand for it where it is empty. */
function isReplaced(columns: Columns): boolean {
  const id = columns.get('id');
  if (id !== undefined && keyOf(id.header) === SUBMISSION) return true;
  const at = id?.index;
  return IN_PLACE_OF_ID.some((field) => field !== 'canvasId' && columns.get(field)?.index === at);
}

/** Null for a row that is not a student: empty, or one of the lines below the header of Canvas's gradebook. */
function studentOf(columns: Columns, { cells }: Row, gradebook: GradebookName | null): Student | null {
  const student = nameless('');
  for (const [field, { index }] of columns) {
    const text = cells[index] ?? '';
    // Brightspace writes "#" before what a spreadsheet could take for a number.
    const cell = gradebook === 'brightspace' && BEHIND_A_MARK.has(field) ? text.replace(/^#/, '') : text;
    if (cell !== '') student[field] = cell;
  }
  if (Object.values(student).every((value) => value === '' || value === null)) return null;
  if (student.name === POSSIBLE) return null;
  if (student.id === '' && isReplaced(columns))
    student.id = IN_PLACE_OF_ID.map((field) => student[field]).find((value) => value !== null) ?? '';
  // Moodle's worksheet says "Participant 123456".
  if (student.moodleId !== null) student.moodleId = /\d+$/.exec(student.moodleId)?.[0] ?? student.moodleId;
  return student;
}

/** What decides about points is not guessed. */
function expectPolicyCells(path: string, line: number, { submitted, excused }: Student, columns: Columns): void {
  const refuse = (field: Field, expected: string, got: string): never => {
    const column = columns.get(field)?.header ?? field;
    throw new UsageError(`${path}:${line}: the column ${column}: expected ${expected}, got ${JSON.stringify(got)}`);
  };
  if (excused !== null && ![...YES, ...NO].includes(excused.toLowerCase())) refuse('excused', 'yes or no', excused);
  if (submitted === null) return;
  try {
    momentOf(submitted, machineZone());
  } catch (error) {
    if (!(error instanceof MomentError)) throw error;
    refuse('submitted', error.expected, submitted);
  }
}

function expectOnce(path: string, line: number, student: Student, columns: Columns, seen: Map<string, number>): void {
  for (const field of UNIQUE) {
    const column = columns.get(field);
    if (column === undefined) continue;
    const value = student[field];
    if (field === 'id' && value === '') throw new UsageError(`${path}:${line}: the column ${column.header} is empty`);
    if (value === null) continue;
    const key = JSON.stringify([field, value.toLowerCase()]);
    const first = seen.get(key);
    if (first !== undefined) {
      const again = `holds ${JSON.stringify(value)} again (first on line ${first})`;
      throw new UsageError(`${path}:${line}: the column ${column.header} ${again}`);
    }
    seen.set(key, line);
  }
}
