import { expect, test } from 'vitest';
import { nestingFault } from './nesting-fixture.ts';
import { drawPair } from './tensor.ts';

/** What is marked in the drawings of got and expected, and how many cells there are in all. */
function drawn(
  got: unknown,
  expected: unknown,
  path: (number | string)[],
): { got: string[]; expected: string[]; cells: number; text: string } {
  const text = drawPair(got, expected, path).markup;
  expect(nestingFault(text)).toBeNull();
  const marks = (role: string): string[] =>
    Array.from(
      text.matchAll(new RegExp(`class="marked ${role}"[^>]*>.*?</span> (.*?)</td>`, 'g')),
      (found) => found[1] ?? '',
    );
  return { got: marks('got'), expected: marks('expected'), cells: text.match(/<td(?!><)/g)?.length ?? 0, text };
}

test('a scalar is one marked cell on each side', () => {
  expect(drawn('NaN', 0.5, [])).toMatchObject({ got: ['NaN'], expected: ['0.5'], cells: 2 });
});

test('the mark has a symbol beside its colour', () => {
  const { text } = drawn(1, 2, []);
  expect(text).toMatch(/marked got"[^>]*><span aria-hidden="true">✗/);
  expect(text).toMatch(/marked expected"[^>]*><span aria-hidden="true">✓/);
});

test('a vector is marked at its index, and goes on in rows of ten', () => {
  const vector = Array.from({ length: 25 }, (_, n) => n);
  const { got, text, cells } = drawn(vector, vector.with(13, 99), [13]);
  expect(got).toEqual(['13']);
  expect(cells).toBe(50);
  expect(text.match(/<th scope="row">\[(0|10|20)\]/g)).toHaveLength(6);
});

test('a matrix has both indices at its edges', () => {
  const { got, expected, text } = drawn(
    [
      [1, 2, 3],
      [4, 5, 6],
    ],
    [
      [1, 2, 3],
      [4, 5, 'Infinity'],
    ],
    [1, 2],
  );
  expect([got, expected]).toEqual([['6'], ['Infinity']]);
  expect(text).toContain('2 × 3');
  expect(text.match(/<th scope="col">2<\/th>/g)).toHaveLength(2);
  // The corner cell is not a heading: a screen reader would announce a heading without a name.
  expect(text).not.toMatch(/<th[^>]*><\/th>/);
});

test('elements that differ late show the digits that differ', () => {
  expect(drawn([[1]], [[1.0000000001]], [0, 0])).toMatchObject({ got: ['1'], expected: ['1.0000000001'] });
});

test('images are drawn as slices of a batch and a channel', () => {
  const images = [
    [
      [
        [1, 2],
        [3, 4],
      ],
      [
        [5, 6],
        [7, 8],
      ],
    ],
  ];
  const { got, text } = drawn(
    images,
    [
      [
        [
          [1, 2],
          [3, 4],
        ],
        [
          [5, 60],
          [7, 8],
        ],
      ],
    ],
    [0, 1, 0, 1],
  );
  expect(got).toEqual(['6']);
  expect(text).toContain('[0, :, :, 0]');
  // The marked element lies in the slice of channel 1, after its label.
  const second = text.slice(text.indexOf('[0, :, :, 1]'));
  expect(second.indexOf('marked got')).toBeGreaterThan(0);
  expect(text.indexOf('marked got')).toBeGreaterThan(text.indexOf('[0, :, :, 1]'));
});

test('rank 3 is drawn item by item', () => {
  const { text, got } = drawn([[[1, 2]], [[3, 4]]], [[[1, 2]], [[0, 4]]], [1, 0, 0]);
  expect(got).toEqual(['3']);
  expect(text).toContain('[1, :, :]');
});

test('records are drawn field by field, lists of records item by item', () => {
  const { got, expected, text } = drawn([{ w: [[1, 2]], b: [3] }], [{ w: [[1, 2]], b: [4] }], [0, 'b', 0]);
  expect([got, expected]).toEqual([['3'], ['4']]);
  expect(text).toContain('<code>[0]</code>');
  expect(text).toContain('<code>b</code> length 1');
});

test('of a large tensor the slice with the differing element is drawn, and the rest counted', () => {
  const large = (at: number): number[][][][] =>
    Array.from({ length: 2 }, (_, b) =>
      Array.from({ length: 10 }, (_, i) =>
        Array.from({ length: 10 }, (_, j) => [b, b === 1 && i === 9 && j === 8 ? at : 0, 7]),
      ),
    );
  const { got, expected, text, cells } = drawn(large(1), large(2), [1, 9, 8, 1]);
  expect([got, expected]).toEqual([['1'], ['2']]);
  expect(cells).toBe(200);
  expect(text).toContain('[1, :, :, 1]');
  expect(text).toContain('One slice of 6 is drawn; the other 5 are left out.');
});

test('of a large matrix a window around the differing element is drawn', () => {
  const large = (at: number): number[][] =>
    Array.from({ length: 50 }, (_, i) => Array.from({ length: 60 }, (_, j) => (i === 49 && j === 30 ? at : 0)));
  const { got, text } = drawn(large(1), large(2), [49, 30]);
  expect(got).toEqual(['1']);
  expect(text).toContain(
    'Drawn: rows 42 to 49 of 50, columns 26 to 33 of 60. The other 2936 of 3000 elements are left out.',
  );
});

test('another shape marks nothing and shows both shapes', () => {
  const { got, expected, text } = drawn([[1, 2]], [[1], [2]], []);
  expect([got, expected]).toEqual([[], []]);
  expect(text).toContain('1 × 2');
  expect(text).toContain('2 × 1');
});

test('descriptions, ragged, empty and odd values are shown without a fault', () => {
  expect(drawn('a string of <b>', [], []).text).toContain('<p>a string of &lt;b&gt;</p>');
  expect(drawn([[1, 2], [3]], [[1, 2], [4]], [1, 0])).toMatchObject({ got: ['3'], expected: ['4'] });
  expect(drawn([[], []], null, []).text).toContain('No elements: shape 2 × 0.');
  expect(drawn(undefined, true, []).expected).toEqual(['true']);
  let deep: unknown = {};
  for (let n = 0; n < 2000; n++) deep = { a: deep };
  drawn(deep, { ['<img>']: [Number.NaN] }, ['<img>', 0]);
});
