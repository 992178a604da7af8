type Matrix = number[][];

/** Normal Glorot weights from given draws; instructions.md beside this file says what they are. */
export function glorotNormal(random: Matrix, fanIn: number, fanOut: number): Matrix {
  throw new Error('glorotNormal is not written yet');
}
