import type { SourceFile } from '../class/submission.ts';
import type { ReachedFunction } from './fingerprints.ts';

/** What the process that parses is asked. */
export interface ToReader {
  files: readonly SourceFile[];
  /** those of the assignment */
  exercises: readonly string[];
  /** an exercise of which everything is wanted; of all others, and without one, only the hashes are */
  whole: string | null;
}

/** What it answers. */
export interface FromReader {
  hashes: [exercise: string, hashes: Uint32Array][];
  whole: ReachedFunction | null;
}
