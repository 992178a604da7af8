import type { AppendBiasColumn } from '../../../../properties/perceptron/append-bias-column.ts';
import type { Authority } from '../../authority.ts';
import { ONE } from '../../big.ts';

/** A 1 behind each row. */
export const appendBiasColumn: Authority<AppendBiasColumn> = {
  class: 'exact',
  exact: (x) => x.map((row) => [...row, ONE]),
};
