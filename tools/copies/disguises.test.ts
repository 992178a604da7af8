import { expect, test } from 'vitest';
import { Sandbox } from '../../grader/sandbox/sandbox.ts';
import { disguised } from './disguised.ts';
import { formsTurned, laidOut, loopsTurned, movedOut, renamed, reordered, splitOut } from './disguises.ts';

const CODE = `const HALF = 0.5;
function square(value) { return value * value; }
export function f(list, { scale = 2, shift = 1 } = {}) {
  const first = HALF * shift;
  const second = scale + 2;
  let sum = 0;
  for (const item of list) sum += square(item) + first;
  for (let i = 0; i < list.length; i++) { sum -= list[i] / second; }
  const { a, b: [c] } = { a: 1, b: [2] };
  return list.map((item) => item * sum + a + c);
}
`;
const EXPECTED = [8.25, 13.5];
const draw = (n: number): number => n - 1;

async function resultOf(files: Record<string, string>): Promise<unknown> {
  const sources = Object.entries(files).map(([path, code]) => ({ path, code }));
  const sandbox = await Sandbox.open(sources, { ticks: 100, memoryMiB: 32 });
  try {
    expect(sandbox.failures).toEqual([]);
    return sandbox.call('f', [[1, 2]]);
  } finally {
    sandbox.dispose();
  }
}

test.each(Object.entries({ renamed, reordered, loopsTurned, formsTurned, laidOut, splitOut }))(
  '%s changes the code and not what it computes',
  async (_name, disguise) => {
    const code = disguise(CODE, 'f', draw);
    expect(code).not.toBe(CODE);
    expect(await resultOf({ 'main.ts': code })).toMatchObject({ value: EXPECTED });
  },
);

test('moved to a second file, it computes the same', async () => {
  expect(await resultOf(movedOut(CODE, 'f'))).toMatchObject({ value: EXPECTED });
});

test('a copy says how it was disguised', () => {
  expect(disguised(CODE, 'f', draw).how).toEqual(expect.arrayContaining(['renamed', 'reordered', 'a line changed']));
});
