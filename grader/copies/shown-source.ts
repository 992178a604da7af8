import type { SourceFile } from '../class/submission.ts';
import type { Part, ReachedFunction } from './fingerprints.ts';

/** A stretch of a source, and whether the other function has the same. */
export interface Stretch {
  text: string;
  shared: boolean;
}

/** A declaration as it was handed in. */
export interface ShownPiece {
  path: string;
  stretches: Stretch[];
}

/** The most characters shown of a function. */
const MOST_SHOWN = 8000;

/** The source of a function in stretches; what was left out of a long one is said in the last. */
export function shownSource(
  files: readonly SourceFile[],
  { pieces, fingerprints }: ReachedFunction,
  isShared: (hash: number) => boolean,
): ShownPiece[] {
  const shared = fingerprints.filter(({ hash }) => isShared(hash));
  const shown: ShownPiece[] = [];
  let room = MOST_SHOWN;
  for (const piece of [...pieces].sort((a, b) => a.file - b.file || a.start - b.start)) {
    const source = files[piece.file];
    if (source === undefined) continue;
    if (room <= 0) {
      shown.push({ path: source.path, stretches: [{ text: '… (the rest is left out)', shared: false }] });
      break;
    }
    const end = Math.min(piece.end, piece.start + room);
    room -= end - piece.start;
    const own = shared.filter(({ file, start }) => file === piece.file && start >= piece.start && start < end);
    const stretches = stretchesOf(source.code, { ...piece, end }, own);
    if (end < piece.end) stretches.push({ text: '… (the rest is left out)', shared: false });
    shown.push({ path: source.path, stretches });
  }
  return shown;
}

function stretchesOf(code: string, { start, end }: Part, shared: readonly Part[]): Stretch[] {
  const stretches: Stretch[] = [];
  let at = start;
  const go = (to: number, isShared: boolean): void => {
    if (to <= at) return;
    stretches.push({ text: code.slice(at, to), shared: isShared });
    at = to;
  };
  for (const part of [...shared].sort((a, b) => a.start - b.start)) {
    go(part.start, false);
    go(Math.min(part.end, end), true);
  }
  go(end, false);
  return stretches;
}
