import { transformSync } from 'oxc-transform';
import { describe, expect, test } from 'vitest';
import { instrument } from './instrument.ts';
import type { Kind } from './places.ts';

/** What is replaced by what, for each mutant of one kind. */
function mutantsOf(kind: Kind, source: string): string[] {
  return instrument('a.ts', source)
    .mutants.filter((mutant) => mutant.kind === kind)
    .map(({ original, replacement }) => `${original} -> ${replacement}`);
}

/** The value of `value` in an instrumented module, with the mutant of that id or without one. */
async function valueOf(code: string, id?: string): Promise<unknown> {
  const board = globalThis as unknown as { __stryker__?: object };
  const before = board.__stryker__;
  board.__stryker__ = { activeMutant: id };
  try {
    const script = transformSync('a.ts', `${code}\n// ${id ?? 'none'}`).code;
    const module = (await import(`data:text/javascript,${encodeURIComponent(script)}`)) as { value: unknown };
    return module.value;
  } finally {
    if (before === undefined) delete board.__stryker__;
    else board.__stryker__ = before;
  }
}

describe('a numeric mutation applies', () => {
  test.each<[Kind, string, string[]]>([
    ['constant times 1 + 1e-6', 'x = 2 * y + 0;', ['2 -> 2 * (1 + 1e-6)']],
    ['constant times 1 + 1e-6', 'x = Math.PI;', ['Math.PI -> Math.PI * (1 + 1e-6)']],
    ['constant + 1', 'const { x = 0 } = { 3: 4 };', ['0 -> 0 + 1', '4 -> 4 + 1']],
    ['constant + 1', 'const x: [1, 2] = y as 3;', []],
    ['constant + 1', 'throw new RangeError(`${n + 1}`);', []],
    ['loop bound off by one', 'for (let i = 0; i < n; i++) f(i);', ['n -> n + 1', 'n -> n - 1']],
    ['loop bound off by one', 'for (const i of upTo(n)) f(i);', ['n -> n + 1', 'n -> n - 1']],
    ['loop bound off by one', 'Array.from({ length: n }, f);', ['n -> n + 1', 'n -> n - 1']],
    ['term dropped', 'x = a - b * c;', ['a - b * c -> a', 'a - b * c -> -(b * c)']],
    ['term dropped', 'x += a;', ['x += a -> x']],
    ['index pair swapped', 'a.get(i, j, k);', ['a.get(i, j, k) -> a.get(j, i, k)', 'a.get(i, j, k) -> a.get(i, k, j)']],
    ['index pair swapped', 'a.set(i, j, value);', ['a.set(i, j, value) -> a.set(j, i, value)']],
    ['index pair swapped', 'a.get(i, i) + a[i][j];', ['a[i][j] -> a[j][i]']],
    ['root left out', 'x = Math.sqrt(y);', ['Math.sqrt(y) -> y']],
    ['root left out', 'map(v, Math.sqrt);', ['Math.sqrt -> (x) => x']],
    ['epsilon left out', 'x = y / (s + epsilon);', ['s + epsilon -> s']],
  ])('%s in %s', (kind, source, expected) => {
    expect(mutantsOf(kind, source)).toEqual(expected);
  });
});

describe('instrumented code', () => {
  const source = 'const a: number = 8;\nexport const value = Math.sqrt(a + 1) * 2 - 1;';

  test('computes what it did, without a mutant', async () => {
    expect(await valueOf(instrument('a.ts', source).code)).toBe(5);
  });

  test('computes each mutant', async () => {
    const { code, mutants } = instrument('a.ts', source);
    const values: Record<string, unknown> = {};
    for (const { id, original, replacement } of mutants) {
      values[`${original} -> ${replacement}`] = await valueOf(code, id);
    }
    expect(values).toMatchObject({
      'Math.sqrt(a + 1) -> a + 1': 17,
      '2 -> 2 + 1': 8,
      'a + 1 -> 1': 1,
      'a + 1 -> a': 2 * Math.sqrt(8) - 1,
      'Math.sqrt(a + 1) * 2 - 1 -> -(1)': -1,
      '8 -> 8 + 1': 2 * Math.sqrt(10) - 1,
    });
  });

  test('keeps its lines', () => {
    expect(instrument('a.ts', source).mutants.find(({ original }) => original === 'a + 1')).toMatchObject({
      line: 2,
      column: 32,
      within: 'export const value = Math.sqrt(a + 1) * 2 - 1;',
    });
  });
});
