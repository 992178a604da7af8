import { type NdArray, tensor } from '../../../reference/ndarray.ts';

/** Tokens 1 to 3 in sequences of up to 3; 0 is padding. */
export const TOKENS = 4;
export const LENGTH = 3;

const SEQUENCES = [
  [3, 1, 2],
  [2, 2, 1],
  [3, 1, 0],
  [1, 3, 3],
  [2, 1, 0],
];

const isToken = (token: number): boolean => token !== 0;
const positions = SEQUENCES.flat();
const sorted = SEQUENCES.flatMap((sequence) => sequence.filter(isToken).toSorted((a, b) => a - b));

export const BATCH = SEQUENCES.length;

/** `[batch * length, tokens]`: each position's token as a one-hot row. */
export const inputs: NdArray = oneHotRows(positions, TOKENS);

/** `[batch, length]`: 1 for a token, 0 for padding. */
export const mask: NdArray = tensor(
  [BATCH, LENGTH],
  positions.map((token) => (isToken(token) ? 1 : 0)),
);

/** The rows of the positions that hold a token. */
export const tokenRows: readonly number[] = positions.flatMap((token, row) => (isToken(token) ? [row] : []));

/** What each of these is to become: the tokens of its sequence in order, as one-hot rows. */
export const targets: NdArray = oneHotRows(sorted, TOKENS);

/** `[tokens to sort, batch * length]`: a product with it picks those rows, in a way that a device differentiates. */
export const picked: NdArray = oneHotRows(tokenRows, BATCH * LENGTH);

function oneHotRows(indices: readonly number[], depth: number): NdArray {
  return tensor(
    [indices.length, depth],
    indices.flatMap((index) => Array.from({ length: depth }, (_, k) => (k === index ? 1 : 0))),
  );
}
