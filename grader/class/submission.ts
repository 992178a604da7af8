/** One file of code that a student handed in. */
export interface SourceFile {
  /** Relative to the submission, with `/` between folders, in Unicode's NFC: a label, never a path to open. */
  path: string;
  /** The text, without a byte order mark. */
  code: string;
}

/** What one student handed in, read and ready to be graded. */
export interface Submission {
  id: string;
  /** Sorted by path. Empty if there is a problem. */
  files: SourceFile[];
  /** One sentence that says why there is nothing to grade (the record becomes `invalid`); null if there is something. */
  problem: string | null;
  /** Equal for equal sources. Null exactly if there is a problem. */
  sourceHash: string | null;
}

/** How much one student may hand in: each file, and all of them together. */
export interface SourceLimits {
  sourceKiB: number;
}
