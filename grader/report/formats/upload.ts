import { basename, dirname } from 'node:path/posix';
import { ZipFile } from 'yazl';
import type { SubmissionRecord } from '../../record/record.ts';
import type { KeptSubmission } from '../../run/kept-class.ts';
import { UsageError } from '../../text/errors.ts';
import { feedbackHtml } from '../feedback.ts';
import type { ClassFormat, Surroundings } from './format.ts';

/** Where each platform that takes files for a whole class back finds the student of one; null if it cannot. */
const PATHS: Readonly<Record<string, (from: readonly string[]) => string | null>> = {
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
 * - Moodle ("Upload multiple feedback files in a zip"): `Ada Lovelace_900001_assignsubmission_file_feedback.html`.
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
  files: async ({ records, title }, surroundings, fileName) => {
    const zip = new ZipFile();
    const pathOf = pathsOf(surroundings);
    for (const record of records) {
      const path = pathOf(record);
      if (path !== null)
        zip.addBuffer(Buffer.from(feedbackHtml(record, title, surroundings.visible)), path, { mtime: WRITTEN });
    }
    zip.end();
    const chunks: Buffer[] = [];
    for await (const chunk of zip.outputStream) chunks.push(Buffer.from(chunk));
    return [{ name: fileName, text: Buffer.concat(chunks) }];
  },
  leavesOut: ({ records }, surroundings) => {
    const pathOf = pathsOf(surroundings);
    return Array.from(records, (record) => (pathOf(record) === null ? record.submission : [])).flat();
  },
};

/**
 * Where the page of a record goes.
 *
 * @throws {UsageError} The class came from nowhere that takes such files.
 */
function pathsOf({ cameFrom }: Surroundings): (record: SubmissionRecord) => string | null {
  const pathOf = PATHS[cameFrom?.layout ?? ''];
  if (cameFrom === null || pathOf === undefined) {
    const what = cameFrom === null ? 'nothing says where this class came from' : `this class is ${cameFrom.because}`;
    throw new UsageError(
      `--format upload is for a class of Canvas, Moodle, Brightspace, Sakai or nbgrader; ${what}: use --format feedback`,
    );
  }
  return ({ submission, status }) => {
    const kept: KeptSubmission | undefined = cameFrom.submissions[submission];
    const path = status === 'infra_error' || kept === undefined ? null : pathOf(kept.from);
    // No archive can hold a backslash in a name.
    return path?.includes('\\') ? null : path;
  };
}

/** The files are in the order of their numbers: the last one is of the attempt that counts. */
function canvasPath(from: readonly string[]): string | null {
  const starts = from.flatMap((path) => /^(?:.+?_\d+|(?:LATE_)?anon_[^_]+)_\d+_/u.exec(basename(path)) ?? []);
  const start = starts.at(-1);
  return start === undefined ? null : `${start}${PAGE}`;
}

function moodlePath([first = '']: readonly string[]): string | null {
  const start = /^.+?_assignsubmission_/u.exec(basename(first))?.[0];
  return start === undefined ? null : `${start}file_${PAGE}`;
}

function brightspacePath([first = '']: readonly string[]): string | null {
  const start = /^\d+-\d+ - .+? - [^-]*\d{4}[^-]*?(?= - |$)/u.exec(basename(first))?.[0];
  return start === undefined ? null : `${start}/${PAGE}`;
}

function sakaiPath([first = '']: readonly string[]): string | null {
  const folder = dirname(first);
  return folder === '.' ? null : `${folder}/Feedback Attachment(s)/${PAGE}`;
}

function nbgraderPath([first = '']: readonly string[]): string | null {
  const assignment = basename(first);
  const student = basename(dirname(first));
  return student === '' || student === '.' ? null : `feedback/${student}/${assignment}/${PAGE}`;
}
