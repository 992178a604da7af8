type Vector = number[];

/** A permutation of 0..n-1; instructions.md beside this file says which. */
export function shuffleIndices(n: number, random: Vector): Vector {
  throw new Error('shuffleIndices is not written yet');
}
