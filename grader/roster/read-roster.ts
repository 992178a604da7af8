import { readFile } from 'node:fs/promises';
import { CsvError, parse } from 'csv-parse/sync';
import { codeOf, UsageError } from '../text/errors.ts';
import { nameless, type Student } from './student.ts';

type Field = keyof Student;

/** What a column may be called, in letters and digits alone: ours, and those of Canvas's and Moodle's own exports. */
const HEADERS: Readonly<Record<Field, readonly string[]>> = {
  id: ['id', 'studentid', 'submission', 'submissionid'],
  name: ['name', 'fullname', 'student', 'studentname'],
  firstName: ['firstname', 'givenname'],
  lastName: ['lastname', 'surname', 'familyname'],
  email: ['email', 'emailaddress', 'mail'],
  sisId: ['sisid', 'sisuserid', 'idnumber'],
  login: ['login', 'loginid', 'sisloginid', 'username', 'githubusername'],
  section: ['section', 'group'],
  canvasId: ['canvasid', 'canvasuserid'],
  moodleId: ['moodleid', 'identifier', 'participant', 'participantid'],
};

/** The columns that replace a missing column `id`; the first one present counts. */
const IN_PLACE_OF_ID: readonly Field[] = ['login', 'sisId', 'email', 'moodleId', 'canvasId'];
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

/**
 * Reads a roster: CSV with a header, separated by commas, semicolons or tabs. Columns are found by their names, in any
 * case and order; others are ignored. A gradebook exported by Canvas and a grading worksheet of Moodle are rosters too.
 *
 * @throws {UsageError} It cannot be read, or has a fault: the message names the line and the column.
 */
export async function readRoster(path: string): Promise<Student[]> {
  const [header, ...rows] = rowsOf(path, await textOf(path));
  if (header === undefined)
    throw new UsageError(`${path}:1: expected a header such as id,name,email,sis_id, got nothing`);
  const columns = columnsOf(path, header);
  const students: Student[] = [];
  const seen = new Map<string, number>();
  for (const row of rows) {
    if (row.cells.length > header.cells.length) {
      const counts = `${row.cells.length} cells where the header has ${header.cells.length}`;
      throw new UsageError(`${path}:${row.line}: ${counts}: put a cell with a comma in it in quotes`);
    }
    const student = studentOf(columns, row);
    if (student === null) continue;
    expectOnce(path, row.line, student, columns, seen);
    students.push(student);
  }
  if (students.length === 0) throw new UsageError(`${path}: expected at least one student below the header`);
  return students;
}

async function textOf(path: string): Promise<string> {
  let bytes: Buffer;
  try {
    bytes = await readFile(path);
  } catch (error) {
    const code = codeOf(error) ?? 'unknown error';
    throw new UsageError(`the roster ${path} cannot be read (${code})`);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new UsageError(`the roster ${path} is not UTF-8: save it as "CSV UTF-8"`);
  }
}

function rowsOf(path: string, text: string): Row[] {
  const first = text.split(/[\r\n]/, 1)[0] ?? '';
  const delimiter = [',', ';', '\t'].reduce((best, mark) => (count(first, mark) > count(first, best) ? mark : best));
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
    throw new UsageError(`${path}${line}: not CSV: ${error.message}`);
  }
}

function count(text: string, mark: string): number {
  return text.split(mark).length - 1;
}

function columnsOf(path: string, { line, cells }: Row): Columns {
  const columns = new Map<Field, Column>();
  for (const [index, header] of cells.entries()) {
    const key = header
      .normalize('NFKD')
      .toLowerCase()
      .replace(/[^a-z0-9]/g, '');
    const field = (Object.keys(HEADERS) as Field[]).find((name) => HEADERS[name].includes(key));
    if (field === undefined) continue;
    const known = columns.get(field);
    if (known !== undefined) {
      throw new UsageError(`${path}:${line}: the columns ${known.header} and ${header} mean the same: leave one out`);
    }
    columns.set(field, { header, index });
  }
  const id = columns.get('id');
  // In a gradebook that Canvas exports, "ID" is Canvas's own number.
  const isCanvasExport = cells[0] === 'Student' && cells[1] === 'ID' && cells.includes('Section');
  if (id !== undefined && isCanvasExport) columns.set('canvasId', id);
  if (id === undefined) {
    const substitute = IN_PLACE_OF_ID.map((field) => columns.get(field)).find((column) => column !== undefined);
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

/** Null for a row that is not a student: empty, or one of the lines below the header of Canvas's gradebook. */
function studentOf(columns: Columns, { cells }: Row): Student | null {
  const student = nameless('');
  for (const [field, { index }] of columns) {
    const cell = cells[index] ?? '';
    if (cell !== '') student[field] = cell;
  }
  if (Object.values(student).every((value) => value === '' || value === null)) return null;
  if (student.name === 'Points Possible') return null;
  // Moodle's worksheet says "Participant 123456".
  if (student.moodleId !== null) student.moodleId = /\d+$/.exec(student.moodleId)?.[0] ?? student.moodleId;
  return student;
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
