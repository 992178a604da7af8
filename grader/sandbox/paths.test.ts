import { builtinModules, isBuiltin } from 'node:module';
import { posix } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isNodeModule } from './node-modules.ts';
import { pathFrom } from './paths.ts';

test('a relative specifier names what it names in Node', () => {
  const step = fc.constantFrom('.', '..', 'lib', 'a.ts', 'b', '');
  const specifier = fc
    .tuple(fc.constantFrom('./', '../'), fc.array(step, { maxLength: 5 }))
    .map(([dot, rest]) => dot + rest.join('/'));
  const from = fc
    .array(fc.constantFrom('x', 'y'), { minLength: 1, maxLength: 4 })
    .map((steps) => `${steps.join('/')}.ts`);
  fc.assert(
    fc.property(from, specifier, (file, asked) => {
      expect(pathFrom(file, asked)).toBe(posix.normalize(posix.join(posix.dirname(file), asked)));
    }),
    { numRuns: 1000 },
  );
});

test.each([
  'fs',
  'node:fs',
  'fs/promises',
  'node:test',
  'test',
  'node:nothing',
  'lodash',
  'Fs',
  'path/posix',
  'node:sqlite',
])('whether %s is a part of Node is what Node 20 and later say', (name) => {
  const isKnown = isBuiltin(name) || name === 'node:sqlite';
  expect(isNodeModule(name)).toBe(isKnown);
});

test('every module of this Node is one', () => {
  const named = builtinModules.filter((name) => !name.startsWith('_') && !name.startsWith('node:'));
  expect(named.filter((name) => !isNodeModule(name))).toEqual([]);
});
