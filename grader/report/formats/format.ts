import type { SubmissionRecord } from '../../record/record.ts';
import type { RosterSheet } from '../../roster/read-roster.ts';
import type { Student } from '../../roster/student.ts';
import type { KeptClass } from '../../run/kept-class.ts';
import { jsonText } from '../../text/json-text.ts';
import type { ClassReport } from '../class-report.ts';
import type { Visible } from '../explanation.ts';
import type { OwnedFile } from '../write-owned.ts';

/** The surroundings of a report, beyond the class; only some formats use them. */
export interface Surroundings {
  /** the folder of the results, which may hold the drawings of the HTML page */
  folder: string;
  /** for a table */
  colour: boolean;
  width: number;
  /** the environment, in which GitHub Actions says whose submission this is */
  env: Readonly<Record<string, string | undefined>>;
  /** what reports for students say beyond the record */
  visible: Visible;
  /** the roster as a sheet, which may be the platform's own gradebook; null without one */
  sheet: RosterSheet | null;
  /** what the class was taken for when it was graded; null if nothing says it */
  cameFrom: KeptClass | null;
}

interface Described {
  name: string;
  /** one line for `report --help` */
  summary: string;
}

/** One file for the whole class. */
export interface ClassFormat extends Described {
  kind: 'class';
  /** what the file is called in a folder, `canvas.csv` */
  fileName: string;
  render(report: ClassReport, surroundings: Surroundings): string | Promise<string>;
  /** what an importer finds a student by; a student for whom none of it can be written as it is has no row */
  identities?: (student: Student) => readonly (string | null)[];
  /** all files, if a large class takes several in a folder; the one named comes first */
  files?(report: ClassReport, surroundings: Surroundings, fileName: string): Promise<Iterable<OwnedFile>>;
  /** submissions without a part in it, since the target has no way to say whose it is */
  leavesOut?(report: ClassReport, surroundings: Surroundings): string[];
  /** what an instructor must know before the file is used, a line each */
  notes?(report: ClassReport, surroundings: Surroundings): string[];
  /** whether a file beside `fileName` may be one of those from an earlier report */
  isPart?(name: string, fileName: string): boolean;
}

/** A file, or several, for each student who handed something in. */
export interface StudentFormat extends Described {
  kind: 'student';
  /** null if the target has no way to say that the grader itself failed on a submission: it is left out */
  render(
    student: Student,
    record: SubmissionRecord,
    report: ClassReport,
    surroundings: Surroundings,
  ): StudentFile[] | null;
}

/** `{ extension: 'json', text }` becomes `ada.json`. The first of several is the one that is printed. */
export interface StudentFile {
  extension: string;
  text: string;
}

export type Format = ClassFormat | StudentFormat;

/** JSON as a file, with a line end. */
export function jsonFile(value: unknown): StudentFile[] {
  return [{ extension: 'json', text: `${jsonText(value, 2)}\n` }];
}
