type Vector = number[];

/** The L1 penalty of the weights; instructions.md beside this file says what that is. */
export function l1Penalty(w: Vector, lambda: number): number {
  throw new Error('l1Penalty is not written yet');
}
