import { expect, test } from 'vitest';
import { matrix, vector } from '../ndarray.ts';
import { type LstmState, lstmCell } from './lstm-cell.ts';

test('refuses a state that is not a record', () => {
  const weights = {
    w: matrix([
      [0, 0, 0, 0],
      [0, 0, 0, 0],
    ]),
    b: vector([0, 0, 0, 0]),
  };
  expect(() => lstmCell(matrix([[1]]), null as unknown as LstmState, weights)).toThrow(/^state: expected an object/);
});
