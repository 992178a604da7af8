import { expect, test } from 'vitest';
import * as is from '../properties/parameters/parameter.ts';
import { stubOf } from './stub.ts';

const stub = (parameters: is.Fields, result: is.Parameter): string =>
  stubOf({ id: 'formula', title: 'A formula', parameters, result });

test('a function that throws until it is written', () => {
  expect(stub({ z: is.number(), atZero: is.number({ default: 1 }) }, is.number())).toBe(
    `/** A formula; formula.md beside this file says what that is. */
export function formula(z: number, atZero: number = 1): number {
  throw new Error('formula is not written yet');
}
`,
  );
});

test('the names of arrays come before it, those alone that it uses', () => {
  expect(stub({ x: is.matrix(), mask: is.vector({ optional: true }) }, is.matrix())).toBe(
    `type Vector = number[];
type Matrix = number[][];

/** A formula; formula.md beside this file says what that is. */
export function formula(x: Matrix, mask?: Vector): Matrix {
  throw new Error('formula is not written yet');
}
`,
  );
});

test('options have an interface of their own', () => {
  const options = is.options({
    rate: is.number({ default: 0.5 }),
    window: is.pair(1, { default: [2, 2] }),
    strides: is.pair(1, { default: { sameAs: 'window' } }),
  });
  expect(stub({ z: is.number(), options }, is.number())).toBe(
    `interface Options {
  rate?: number;
  window?: [number, number];
  strides?: [number, number];
}

/** A formula; formula.md beside this file says what that is. */
export function formula(z: number, { rate = 0.5, window = [2, 2], strides = window }: Options = {}): number {
  throw new Error('formula is not written yet');
}
`,
  );
});

test('many parameters have a line each', () => {
  const names = ['x', 'reconstruction', 'mean', 'logVariance', 'otherMean', 'otherLogVariance', 'noise'];
  const code = stub(Object.fromEntries(names.map((name) => [name, is.matrix()])), is.number());
  expect(code).toContain(`formula(\n${names.map((name) => `  ${name}: Matrix,\n`).join('')}): number {\n`);
});

test('options of which one must be given are never absent', () => {
  const options = is.options({ steps: is.integer(1), rate: is.number({ default: 0.5 }) });
  expect(stub({ options }, is.number())).toContain('formula({ steps, rate = 0.5 }: Options): number {\n');
  expect(stub({ options }, is.number())).toContain('  steps: number;\n  rate?: number;\n');
});

test('records that have a name are types, those within others first', () => {
  const gate = is.record({ w: is.matrix(), b: is.vector() }, { name: 'Gate' });
  const cell = is.record({ input: gate, output: gate }, { name: 'Cell' });
  expect(stub({ cells: is.list(cell), state: is.record({ h: is.vector() }) }, is.list(gate))).toBe(
    `type Vector = number[];
type Matrix = number[][];

type Gate = { w: Matrix; b: Vector };
type Cell = { input: Gate; output: Gate };

/** A formula; formula.md beside this file says what that is. */
export function formula(cells: Cell[], state: { h: Vector }): Gate[] {
  throw new Error('formula is not written yet');
}
`,
  );
});

test('what is beyond the contract is left out', () => {
  const axis = is.integer(0, { default: 0, extended: true });
  const code = stub({ x: is.vector(), axis, options: is.options({ axis }) }, is.vector());
  expect(code).not.toContain('axis');
  expect(code).not.toContain('Options');
});
