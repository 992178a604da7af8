/** The candidate that a misspelt word most likely means, null where none is near: at most one slip in three letters. */
export function didYouMean(word: string, candidates: readonly string[]): string | null {
  let best: string | null = null;
  let least = Math.max(1, Math.floor(word.length / 3)) + 1;
  for (const candidate of candidates) {
    // Case alone is no slip, but a candidate in the same case is nearer.
    const distance = slips(word.toLowerCase(), candidate.toLowerCase()) + (word === candidate ? 0 : 0.5);
    if (distance < least) {
      best = candidate;
      least = distance;
    }
  }
  return best;
}

/** Damerau's distance: letters inserted, left out, replaced, or swapped with their neighbour. */
function slips(from: string, to: string): number {
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
