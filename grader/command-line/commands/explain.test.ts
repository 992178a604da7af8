import { expect, test } from 'vitest';
import { loadEntries } from '../../../properties/entry/entries.ts';
import { run } from './command-fixture.ts';

test('shows formula, signature, source, laws, errata and what is asked', async () => {
  const { code, out } = await run('explain', 'categoricalCrossEntropy');
  const [located] = await loadEntries(new Set(['categoricalCrossEntropy']));
  const entry = located?.entry;
  expect(code).toBe(0);
  for (const text of [entry?.title, entry?.latex, entry?.source[0], entry?.laws[0]?.name, entry?.errata?.[0]?.holds]) {
    expect(text).toBeTruthy();
    expect(out).toContain(text);
  }
  expect(out).toContain('categoricalCrossEntropy(y: Matrix, t: Matrix | Vector, { fromLogits = false }): number');
  expect(out).toContain('# categoricalCrossEntropy');
});

test('words are strings, in lists and in lists of lists', async () => {
  const { out } = await run('explain', 'bleu');
  expect(out).toContain('bleu(candidate: string[], references: string[][], { maxOrder = 4 }): number');
});

test('hints, and how the reference does it, are for staff alone', async () => {
  const hint = 'Both moments begin at 0';
  const derivation = 'Keras adds it before';
  const students = (await run('explain', 'adam')).out + (await run('explain', 'adam', '--json')).out;
  expect(students).not.toContain(hint);
  expect(students).not.toContain('no-bias-correction');
  expect(students).not.toContain(derivation);
  const { out } = await run('explain', 'adam', '--staff');
  const names = ['adam/no-bias-correction', 'adam/other-default', 'adam/option-ignored'];
  for (const text of [...names, hint, derivation]) expect(out).toContain(text);
});

test('an unknown name is wrong usage, with what may be meant', async () => {
  const { code, err } = await run('explain', 'sofmax');
  expect(code).toBe(2);
  expect(err).toBe('backproof: unknown formula sofmax (did you mean softmax?): `backproof list` shows the exercises\n');
});
