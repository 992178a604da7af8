import type { Misconception } from '../entry/entry.ts';
import type { BinaryEncode } from './binary-encode.ts';

const digits: BinaryEncode = (value, bits) => value.toString(2).padStart(bits, '0').split('').map(Number);

export const misconceptions: readonly Misconception<BinaryEncode>[] = [
  {
    id: 'binaryEncode/least-significant-first',
    title: 'the least significant digit first',
    hint: 'Repeated division gives the last digit first: in which order do you write them down?',
    caughtBy: 'eleven in four bits',
    implementation: (value, bits) => digits(value, bits).toReversed(),
  },
  {
    id: 'binaryEncode/no-leading-zeros',
    title: 'no leading zeros',
    hint: 'The result has as many digits as there are bits, however small the number is.',
    caughtBy: 'six in four bits',
    implementation: (value) => digits(value, 1),
  },
];
