import { expect, test } from 'vitest';
import * as is from '../../properties/parameters/parameter.ts';
import { checkStub } from './stub.ts';

const STUB = `type Vector = number[];
interface Options { rate?: number; inside?: boolean }
export function sgd(w: Vector, g: Vector, { rate = 0.5, inside = false }: Options = {}): Vector {
  throw new Error('sgd is not written yet');
}
`;
const entry = {
  id: 'sgd',
  parameters: {
    w: is.vector(),
    g: is.vector(),
    options: is.options({ rate: is.number({ default: 0.5 }), inside: is.boolean({ default: false }) }),
  },
  result: is.vector(),
  edges: { one: [[1], [2]] },
};

test('a stub throws until it is written, and its parameters are the entry’s', async () => {
  expect(await checkStub(STUB, entry)).toEqual([]);
});

test.each([
  ['another name', STUB.replace('sgd(', 'gsd('), 'exports gsd, expected sgd alone'],
  ['a second export', `${STUB}export const answer = 1;\n`, 'exports sgd, answer, expected sgd alone'],
  ['no export', STUB.replace('export ', ''), 'exports nothing'],
  ['broken syntax', 'export function sgd(', 'is not TypeScript'],
  [
    'parameters swapped',
    STUB.replace('w: Vector, g: Vector', 'g: Vector, w: Vector'),
    'the parameters are (g, w, { … })',
  ],
  ['a wrong default', STUB.replace('rate = 0.5', 'rate = 0.1'), 'the default of rate is 0.1, the entry says 0.5'],
  [
    'options in another order',
    STUB.replace('rate = 0.5, inside = false', 'inside = false, rate = 0.5'),
    'the option names are inside, rate',
  ],
  ['another type', STUB.replace('w: Vector', 'w: number'), 'w is number, the entry says number[]'],
  ['options without a default', STUB.replace(' = {}', ''), "does not show the options as '= {}'"],
  ['an answer', STUB.replace(/throw.*/, 'return w;'), "returns [1] on the edge 'one'"],
  ['another error', STUB.replace('is not written yet', 'is hard'), "throws 'sgd is hard'"],
])('refuses %s', async (_, text, message) => {
  expect((await checkStub(text, entry)).join('\n')).toContain(message);
});
