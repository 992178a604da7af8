import fc from 'fast-check';
import type { Entry, Misconception } from '../../properties/entry/entry.ts';
import { law } from '../../properties/entry/law.ts';
import * as is from '../../properties/parameters/parameter.ts';
import type { CatalogueRow } from './catalogue.ts';
import type { ContractRow } from './contract.ts';

type Double = (x: number) => number;

export const row: CatalogueRow = { id: 'double', section: '4 training', lecture: 4, tracks: new Set(['R', 'P', 'E']) };

export const contract: ContractRow = {
  name: 'double',
  signature: 'double(x: number): number',
  section: 'training',
  misconceptions: ['square', 'overflows'],
  unstable: ['overflows'],
  moreNames: [],
  refuses: false,
  relative: false,
};

const always = async (_double: unknown, _x: number): Promise<void> => {};

const square: Misconception<Double> = {
  id: 'double/square',
  title: 'the square',
  hint: 'Twice, not squared.',
  caughtBy: 'one',
  implementation: (x) => x * x,
};

const overflows: Misconception<Double> = {
  id: 'double/overflows',
  title: 'overflows',
  hint: 'Mind the range.',
  caughtBy: 'huge',
  verdict: 'unstable',
  implementation: (x) => (x * x * 2) / x,
};

/** An entry without a fault, for tests to spoil. */
export const double: Entry<Double> = {
  id: 'double',
  lecture: 4,
  title: 'Doubling',
  latex: 'y = 2 x',
  source: ['Lecture 4'],
  parameters: { x: is.number() },
  result: is.number(),
  reference: (x: number) => 2 * x,
  inputs: fc.tuple(fc.integer({ min: 1, max: 9 })),
  extreme: fc.tuple(fc.constantFrom(1e200, 1e250)),
  edges: { one: [1] },
  extremeEdges: { huge: [1e300] },
  illegal: { 'no number': { args: ['x'], names: 'x' } },
  hardCases: {},
  worked: [{ name: 'three', origin: 'by hand', args: [3], expected: 6 }],
  laws: [
    law('it grows with x', fc.tuple(fc.integer()), always),
    law('it is an odd function', fc.tuple(fc.integer()), always),
    law('it keeps sums', fc.tuple(fc.integer()), always),
  ],
  misconceptions: [square, overflows],
  rounding: (r, x) => r.add(x, x),
};
