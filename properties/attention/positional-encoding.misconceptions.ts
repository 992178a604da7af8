import type { Misconception } from '../entry/entry.ts';
import type { Matrix, Vector } from '../values/value.ts';
import type { PositionalEncoding } from './positional-encoding.ts';

/** A table by its entry in a position and column. */
const table = (length: number, width: number, entry: (t: number, j: number) => number): Matrix =>
  Array.from({ length }, (_, t) => Array.from({ length: width }, (_, j) => entry(t, j)));

/** Sine in even columns, cosine in odd ones, of an angle. */
const alternating =
  (angle: (t: number, j: number, width: number) => number): PositionalEncoding =>
  (length, width) =>
    table(length, width, (t, j) => (j % 2 === 0 ? Math.sin(angle(t, j, width)) : Math.cos(angle(t, j, width))));

const divisor = (j: number, width: number): number => 10_000 ** ((2 * Math.floor(j / 2)) / width);

/** What is in even columns first, and then what is in odd ones. */
const halves = (row: Vector): Vector => [0, 1].flatMap((rest) => row.filter((_, j) => j % 2 === rest));
const swapped = (row: Vector): Vector => row.map((_, j) => row[j % 2 === 0 ? j + 1 : j - 1] ?? 0);

export const misconceptions: readonly Misconception<PositionalEncoding>[] = [
  {
    id: 'positionalEncoding/halves',
    title: 'all sines in the first half of the columns, all cosines in the second',
    hint: 'Put each cosine beside its sine: the sine of pair i into column 2i, its cosine into column 2i + 1.',
    caughtBy: 'position 0',
    rearrangesResult: (rows) => rows.map(halves),
    implementation: (length, width) => alternating((t, j) => t / divisor(j, width))(length, width).map(halves),
  },
  {
    id: 'positionalEncoding/one-based',
    title: 'positions counted from 1',
    hint: 'The first position is 0, so the first row is 0, 1, 0, 1 and so on.',
    caughtBy: 'position 0',
    implementation: alternating((t, j, width) => (t + 1) / divisor(j, width)),
  },
  {
    id: 'positionalEncoding/exponent-of-column',
    title: 'each column with a wavelength of its own, 10000^(j / width) in column j',
    hint: 'A cosine has the same angle as the sine before it: in columns 2i and 2i + 1 divide by 10000^(2i / width).',
    caughtBy: 'the second pair of four columns',
    implementation: alternating((t, j, width) => t / 10_000 ** (j / width)),
    readings: [alternating((t, j, width) => t / 10_000 ** ((2 * j) / width))],
  },
  {
    id: 'positionalEncoding/swapped',
    title: 'cosines in even columns, sines in odd ones',
    hint: 'Begin with the sine: it goes into column 2i, the cosine into column 2i + 1.',
    caughtBy: 'position 0',
    rearrangesResult: (rows) => rows.map(swapped),
    implementation: (length, width) => alternating((t, j) => t / divisor(j, width))(length, width).map(swapped),
  },
  {
    id: 'positionalEncoding/factor-missing',
    title: '10000^(i / width) without the factor 2 in the exponent',
    hint: 'The exponent of pair i is 2i / width, so that the wavelengths reach up to nearly 10000 times the first.',
    caughtBy: 'the second pair of four columns',
    implementation: alternating((t, j, width) => t / 10_000 ** (Math.floor(j / 2) / width)),
  },
  {
    id: 'positionalEncoding/multiplied',
    title: 'the position multiplied by the power instead of divided by it',
    hint: 'Later columns turn more slowly: divide the position by 10000^(2i / width).',
    caughtBy: 'the second pair of four columns',
    implementation: alternating((t, j, width) => t * divisor(j, width)),
  },
];
