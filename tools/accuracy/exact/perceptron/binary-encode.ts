import type { BinaryEncode } from '../../../../properties/perceptron/binary-encode.ts';
import type { Authority } from '../../authority.ts';
import type { Big } from '../../big.ts';

/** The digits of the number to the base 2. */
export const binaryEncode: Authority<BinaryEncode> = {
  class: 'exact',
  exact: (value, bits) => {
    const digits: Big[] = [];
    for (let rest = value; digits.length < bits.toNumber(); rest = rest.div(2).floor()) digits.unshift(rest.mod(2));
    return digits;
  },
};
