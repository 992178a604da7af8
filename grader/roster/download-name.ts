/** Who handed a file in, as far as it can be told from the name that a learning platform gives to a download. */
export interface DownloadName {
  platform: 'canvas' | 'moodle';
  /** Canvas: family and given name in one word, lower case. Moodle: the full name. */
  name: string;
  /** the platform's own number of the student */
  number: string;
}

// Not \w, which is ASCII: Canvas keeps the letters of every script.
const CANVAS = /^(?<name>[\p{L}\p{N}][\p{L}\p{M}\p{N}_]*?)_(?:LATE_)?(?<number>\d+)_\d+_./u;
const MOODLE = /^(?<name>.+)_(?<number>\d+)_assignsubmission_(?:file|onlinetext)(?:_|$)/u;

/**
 * Reads the name of a downloaded submission; null if it is not one.
 *
 * - Canvas: `lovelaceada_12345_67890_softmax`, after the deadline `lovelaceada_LATE_12345_67890_softmax`: sortable name in
 *   lower case without punctuation, user id, attachment id, the file's own name
 *   (instructure/canvas-lms, `lib/content_zipper.rb`: `get_filename`, `add_upload_submission`).
 * - Moodle: a folder `Ada Lovelace_123456_assignsubmission_file_`, or a file that starts so if the download had no folders
 *   (moodle/moodle, `mod/assign/locallib.php`: `download_submissions`); the number is that of `Participant 123456`.
 *
 * @example downloadName('lovelaceada_LATE_12345_67890_softmax') // { platform: 'canvas', name: 'lovelaceada', number: '12345' }
 */
export function downloadName(submission: string): DownloadName | null {
  const moodle = MOODLE.exec(submission)?.groups;
  if (moodle !== undefined) return found('moodle', moodle);
  const canvas = CANVAS.exec(submission)?.groups;
  return canvas === undefined ? null : found('canvas', canvas);
}

function found(platform: DownloadName['platform'], groups: Readonly<Record<string, string>>): DownloadName {
  return { platform, name: groups['name'] ?? '', number: groups['number'] ?? '' };
}
