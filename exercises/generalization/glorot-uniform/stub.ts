type Matrix = number[][];

/** Uniform Glorot weights from given draws; instructions.md beside this file says what they are. */
export function glorotUniform(random: Matrix, fanIn: number, fanOut: number): Matrix {
  throw new Error('glorotUniform is not written yet');
}
