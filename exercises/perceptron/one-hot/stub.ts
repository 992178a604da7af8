type Vector = number[];

/** A class index as a unit vector; instructions.md beside this file says what that is. */
export function oneHot(index: number, depth: number): Vector {
  throw new Error('oneHot is not written yet');
}
