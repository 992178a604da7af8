import { basename, dirname } from 'node:path/posix';
import { ZipFile } from 'yazl';
import { grouped } from '../../layouts/groups.ts';
import type { SubmissionRecord } from '../../record/record.ts';
import { fullName } from '../../roster/person-name.ts';
import type { Student } from '../../roster/student.ts';
import type { KeptSubmission } from '../../run/kept-class.ts';
import { UsageError } from '../../text/errors.ts';
import type { ClassReport } from '../class-report.ts';
import { feedbackHtml } from '../feedback.ts';
import type { ClassFormat, Surroundings } from './format.ts';

/** Where each platform that takes files for a whole class back finds the student of one; null if it cannot. */
const PATHS: Readonly<
  Record<
    string,
    (from: readonly string[], students: readonly Student[], submission: string) => string | string[] | null
  >
> = {
  canvas: canvasPath,
  moodle: moodlePath,
  brightspace: brightspacePath,
  sakai: sakaiPath,
  nbgrader: nbgraderPath,
};
const PAGE = 'feedback.html';
/** The same pages make the same zip, so that a report that was not changed is known as such. */
const WRITTEN = new Date('2000-01-01T12:00:00Z');

/**
 * A page of feedback for each submission, in one zip, named as the platform that the class came from expects it back.
 *
 * - Canvas ("Upload Submissions"): `lovelaceada_12345_67890_feedback.html`; the number is that of a file that was handed in, so a text
 *   entry has no page.
 * - Moodle ("Upload multiple feedback files in a zip"): `Ada Lovelace_900001_assignsubmission_file_feedback.html`, for each member of a
 *   group whose number the roster has.
 * - Brightspace ("Add Feedback Files"): in a folder of the name that it gave the submission.
 * - Sakai ("Upload All"): in `Feedback Attachment(s)/` of the student's folder.
 * - nbgrader: `feedback/ada/hw1/feedback.html`.
 *
 * @see https://github.com/instructure/canvas-lms/blob/master/app/models/abstract_assignment.rb (`infer_comment_context_from_filename`)
 * @see https://github.com/moodle/moodle/blob/main/mod/assign/feedback/file/importziplib.php
 */
export const upload: ClassFormat = {
  kind: 'class',
  name: 'upload',
  summary: 'a zip of feedback pages that Canvas, Moodle, Brightspace, Sakai or nbgrader takes back',
  fileName: 'feedback.zip',
  render: () => {
    throw new UsageError('--format upload writes a zip: name the file with --out');
  },
  files: async (report, surroundings, fileName) => {
    const zip = new ZipFile();
    const pathsTo = pathsOf(report, surroundings);
    for (const record of report.records) {
      const page = (): Buffer => Buffer.from(feedbackHtml(record, report.title, surroundings.visible));
      for (const path of pathsTo(record)) zip.addBuffer(page(), path, { mtime: WRITTEN });
    }
    zip.end();
    const chunks: Buffer[] = [];
    for await (const chunk of zip.outputStream) chunks.push(Buffer.from(chunk));
    return [{ name: fileName, text: Buffer.concat(chunks) }];
  },
  leavesOut: (report, surroundings) => {
    const pathsTo = pathsOf(report, surroundings);
    return Array.from(report.records, (record) => (pathsTo(record).length === 0 ? record.submission : [])).flat();
  },
};

/**
 * Where the page of a record goes, to each member of a group in Moodle.
 *
 * @throws {UsageError} The class came from nowhere that takes such files.
 */
function pathsOf({ entries }: ClassReport, { cameFrom }: Surroundings): (record: SubmissionRecord) => string[] {
  const pathOf = PATHS[cameFrom?.layout ?? ''];
  if (cameFrom === null || pathOf === undefined) {
    const what = cameFrom === null ? 'nothing says where this class came from' : `this class is ${cameFrom.because}`;
    throw new UsageError(
      `--format upload is for a class of Canvas, Moodle, Brightspace, Sakai or nbgrader; ${what}: use --format feedback`,
    );
  }
  const students = grouped(entries, ({ submission }) => submission ?? '');
  return ({ submission, status }) => {
    const kept: KeptSubmission | undefined = cameFrom.submissions[submission];
    if (status === 'infra_error' || kept === undefined) return [];
    const own = students.get(submission) ?? [];
    const paths =
      pathOf(
        kept.from,
        own.map(({ student }) => student),
        submission,
      ) ?? [];
    // No archive can hold a backslash in a name.
    return [paths].flat().filter((path) => !path.includes('\\'));
  };
}

/** The files are in the order of their numbers: the last one is of the attempt that counts. */
function canvasPath(from: readonly string[], _: readonly Student[], submission: string): string | null {
  const starts = from.flatMap((path) => canvasStart(basename(path), submission) ?? []);
  const start = starts.at(-1);
  return start === undefined ? null : `${start}${PAGE}`;
}

/** A name may hold numbers of its own: the id says where it ends. */
function canvasStart(name: string, submission: string): string | null {
  const end = submission.lastIndexOf('_');
  const [who, user] = [submission.slice(0, Math.max(end, 0)), submission.slice(end + 1)];
  const rest = name.normalize('NFC').startsWith(who) ? name.normalize('NFC').slice(who.length) : '';
  const numbers = /^_(?:LATE_|late_)?(?<user>\d+)_\d+_/.exec(rest);
  if (numbers?.groups?.['user'] === user) return `${who}${numbers[0]}`;
  return /^(?:.+?_\d+|(?:LATE_)?anon_[^_]+)_\d+_/u.exec(name)?.[0] ?? null;
}

/** A group's folder has the number of the group, by which Moodle would find nobody or somebody else. */
function moodlePath([first = '']: readonly string[], students: readonly Student[]): string[] {
  const found = /^(?<start>.+?[_ ](?<number>\d+))_assignsubmission_/u.exec(basename(first))?.groups;
  const numbered = students.filter(({ moodleId }) => moodleId !== null);
  const members = numbered.filter(({ moodleId }) => moodleId !== found?.['number']);
  const starts = members.map((student) => `${fullName(student).replace(/[_/]/g, ' ')}_${student.moodleId}`);
  const isGroup = students.some(({ name, moodleId }) => name !== null && moodleId === null);
  const own = found === undefined || members.length > 0 || isGroup ? [] : [found['start']];
  return [...own, ...starts].map((start) => `${start}_assignsubmission_file_${PAGE}`);
}

function brightspacePath([first = '']: readonly string[]): string | null {
  const start = /^\d+-\d+ - .+? - [^-]*\d{4}[^-]*?(?= - |$)/u.exec(basename(first))?.[0];
  return start === undefined ? null : `${start}/${PAGE}`;
}

/** Of who handed in an empty form, Sakai has the folder alone. */
function sakaiPath([first = '']: readonly string[]): string | null {
  const folder = /,.*\([^()]+\)$/u.test(basename(first)) ? first : dirname(first);
  return folder === '.' ? null : `${folder}/Feedback Attachment(s)/${PAGE}`;
}

function nbgraderPath([first = '']: readonly string[]): string | null {
  const assignment = basename(first);
  const student = basename(dirname(first));
  return student === '' || student === '.' ? null : `feedback/${student}/${assignment}/${PAGE}`;
}
