import { fingerprintsOf } from './fingerprints.ts';
import type { FromReader, ToReader } from './reader-protocol.ts';

// The process that parses what students handed in, for it may die of it: the parent goes on with another.

const NOTHING: FromReader = { hashes: [], whole: null };

process.on('message', (message: ToReader) => process.send?.(answered(message)));
process.on('disconnect', () => process.exit(0));

/** Too deep for the walk through the tree is too deep to be read: there is nothing to compare. */
function answered({ files, exercises, whole }: ToReader): FromReader {
  try {
    const found = fingerprintsOf(files, exercises);
    if (whole !== null) return { hashes: [], whole: found.get(whole) ?? null };
    const hashes = [...found].map(([exercise, { fingerprints }]): [string, Uint32Array] => [
      exercise,
      Uint32Array.from(new Set(fingerprints.map(({ hash }) => hash))).sort(),
    ]);
    return { hashes, whole: null };
  } catch {
    return NOTHING;
  }
}
