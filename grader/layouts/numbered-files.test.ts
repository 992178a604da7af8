import { expect, test } from 'vitest';
import { settleNumbered } from './numbered-files.ts';

const FUNCTION = (name: string): string => `export function ${name}(z) { return z; }\n`;

function settle(files: Readonly<Record<string, string>>): { kept: string[]; leftOut: string[] } {
  const raw = Object.entries(files).map(([path, code]) => ({ path, bytes: Buffer.from(code) }));
  const { files: kept, leftOut } = settleNumbered(raw, Object.keys(files));
  return { kept: kept.map(({ path }) => path).sort(), leftOut: leftOut.map(({ name }) => name) };
}

test('of several attempts the last counts, under the name that the student gave', () => {
  expect(settle({ 'a.ts': FUNCTION('f'), 'a-2.ts': FUNCTION('f'), 'a-10.ts': FUNCTION('f') })).toEqual({
    kept: ['a.ts'],
    leftOut: ['a.ts', 'a-2.ts'],
  });
});

test('numbers that are the student’s own stay: other functions, or imported by that name', () => {
  expect(settle({ 'layer-1.ts': FUNCTION('f'), 'layer-2.ts': FUNCTION('g') })).toEqual({
    kept: ['layer-1.ts', 'layer-2.ts'],
    leftOut: [],
  });
  expect(
    settle({ 'layer-1.ts': FUNCTION('f'), 'layer-2.ts': FUNCTION('f'), 'main.ts': `import { f } from './layer-2';` }),
  ).toEqual({ kept: ['layer-2.ts', 'layer.ts', 'main.ts'], leftOut: [] });
});

test('two files of one name are two attempts', () => {
  const raw = ['f', 'g'].map((name) => ({ path: 'a.ts', bytes: Buffer.from(FUNCTION(name)) }));
  const { files, leftOut } = settleNumbered(raw, ['a.ts']);
  expect(files.map(({ bytes }) => bytes.toString())).toEqual([FUNCTION('g')]);
  expect(leftOut).toEqual([{ name: 'a.ts', why: 'an earlier attempt than a.ts' }]);
});

test('what is not one of the names is left as it is', () => {
  const raw = [{ path: 'a-1.ts', bytes: Buffer.from('') }];
  expect(settleNumbered(raw, []).files).toEqual(raw);
});
