import { printableLine } from './printable.ts';

/** ` (did you mean softmax?)` for what is said of a misspelt word; nothing if no candidate is near. */
export function suggestion(word: string, candidates: readonly string[]): string {
  const meant = didYouMean(word, candidates);
  return meant === null ? '' : ` (did you mean ${printableLine(meant)}?)`;
}

/** The candidate that a misspelt word most likely means, null if none is near: at most one edit per three letters. */
export function didYouMean(word: string, candidates: readonly string[]): string | null {
  return nearest(word, candidates, () => true);
}

/**
 * The candidate that is most likely the wanted name misspelt, null if none is near. One that is nearer to another of
 * the `names` was meant as that.
 */
export function misspeltAs(wanted: string, candidates: readonly string[], names: readonly string[]): string | null {
  return nearest(wanted, candidates, (candidate, distance) =>
    names.every(
      (name) => Math.abs(name.length - candidate.length) >= distance || distanceOf(name, candidate) >= distance,
    ),
  );
}

function nearest(
  word: string,
  candidates: readonly string[],
  isMeant: (candidate: string, distance: number) => boolean,
): string | null {
  let best: string | null = null;
  let least = Math.max(1, Math.floor(word.length / 3)) + 1;
  for (const candidate of candidates) {
    // Every extra letter counts as one edit, and a file may export thousands of names.
    if (Math.abs(word.length - candidate.length) >= least) continue;
    const distance = distanceOf(word, candidate);
    if (distance < least && isMeant(candidate, distance)) {
      best = candidate;
      least = distance;
    }
  }
  return best;
}

/** Another case is not an edit, but a candidate in the same case is nearer. */
function distanceOf(word: string, candidate: string): number {
  return edits(word.toLowerCase(), candidate.toLowerCase()) + (word === candidate ? 0 : 0.5);
}

/** Damerau's distance: letters inserted, left out, replaced, or swapped with their neighbour. */
function edits(from: string, to: string): number {
  if (Math.abs(from.length - to.length) > 8) return Infinity;
  let beforeLast: number[] = [];
  let last = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (let row = 1; row <= from.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= to.length; column += 1) {
      const replaced = at(last, column - 1) + (from[row - 1] === to[column - 1] ? 0 : 1);
      const swapped = row > 1 && column > 1 && from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1];
      const bySwap = swapped ? at(beforeLast, column - 2) + 1 : Infinity;
      current.push(Math.min(at(last, column) + 1, at(current, column - 1) + 1, replaced, bySwap));
    }
    beforeLast = last;
    last = current;
  }
  return at(last, to.length);
}

function at(row: readonly number[], column: number): number {
  return row[column] ?? Infinity;
}
