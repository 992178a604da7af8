/** One file of code that a student handed in. */
export interface SourceFile {
  /** Relative to the submission, with `/` between folders, in Unicode's NFC: a label, never a path to open. */
  path: string;
  /** The text, without a byte order mark. */
  code: string;
}

/** What a platform says of the handing in itself. What it does not say is absent. */
export interface HandedIn {
  /**
   * When, in ISO 8601: `2026-11-01T12:00:00Z`, or without an offset, `2026-11-01T12:00:00`, if the platform does not say in which
   * time zone.
   */
  submittedAt?: string;
  /** marked as late by the platform, which need not say when it was handed in */
  late?: true;
  /** the number of the attempt that counts, from 1 */
  attempt?: number;
}

/** Something that a student handed in and that is not graded. */
export interface LeftOut {
  name: string;
  /** `not code`, `an earlier attempt` */
  why: string;
}

/** What one student handed in, read and ready to be graded. */
export interface Submission extends HandedIn {
  id: string;
  /** Sorted by path. Empty if there is a problem. */
  files: SourceFile[];
  /** One sentence that says why there is nothing to grade (the record becomes `invalid`); null if there is something. */
  problem: string | null;
  /** Equal for equal sources. Null exactly if there is a problem. */
  sourceHash: string | null;
  /** what lies beside the code and is not graded */
  leftOut?: readonly LeftOut[];
}

/** How much one student may hand in: each file, and all of them together. */
export interface SourceLimits {
  sourceKiB: number;
}
