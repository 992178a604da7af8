type Vector = number[];

/** The Kullback-Leibler divergence of p from q; instructions.md beside this file says what that is. */
export function klDivergence(p: Vector, q: Vector): number {
  throw new Error('klDivergence is not written yet');
}
