import { describe, expect, test } from 'vitest';
import { fromJson, toJson, type Value } from '../../../properties/values/value.ts';
import { decode } from '../../sandbox/decode.ts';
import { argumentText, literal } from '../../sandbox/literal.ts';
import { inventedCounterexample, inventedExercise, inventedRecord } from '../invented-records.ts';
import { visibleLines } from '../visible-text.ts';
import { html } from './escape.ts';
import { nestedText } from './nested.ts';
import { nestingFault } from './nesting-fixture.ts';
import { htmlReport } from './page.ts';
import { drawPair } from './tensor.ts';

// Words of a text go where only numbers went before. These look like markup, like quotes, or like nothing that fits.
const LONG = 'w'.repeat(5000);
const TOKENS = [
  '<script>alert(1)</script>',
  '"',
  "it's",
  '`${1}`',
  '&lt;',
  '\\',
  '🙂',
  '__proto__',
  'constructor',
  '1',
  'null',
  LONG,
];
const args = [TOKENS, [['the', 'cat'], TOKENS.toReversed()], { maxOrder: 2 }];

describe.each(TOKENS.map((token) => [token.slice(0, 26), token]))('the word %s', (_, token) => {
  test('comes out of JSON and of the sandbox as it went in', () => {
    const written: Value = [[token], [[token, 'cat']]];
    expect(fromJson(JSON.parse(JSON.stringify(toJson(written))))).toEqual(written);
    expect(JSON.parse(argumentText([written]).text)).toEqual([written]);
    expect(JSON.parse(literal(written))).toEqual(written);
    expect(decode(JSON.stringify([`s${token}`]))).toEqual([token]);
  });

  test('is text in a drawing, and no markup', () => {
    const { markup } = drawPair([token, 'cat'], ['dog', 'cat'], [0]);
    expect(nestingFault(markup)).toBeNull();
    expect(markup).not.toContain('<script');
    // A cell is short.
    expect(markup.length).toBeLessThan(4000);
  });
});

test('a sentence is a list of words on one line, several are a line each', () => {
  expect(nestedText(['the', 'cat', 'sat', 'on', 'the', 'mat'])).toBe('["the", "cat", "sat", "on", "the", "mat"]');
  expect(
    nestedText([
      ['the', 'cat', 'sat', 'on', 'the', 'mat'],
      ['a', 'mat'],
    ]),
  ).toBe('[\n  ["the", "cat", "sat", "on", "the", "mat"],\n  ["a", "mat"]\n]');
});

test('a page shows the words of a counterexample as text, the long one cut', () => {
  const exercise = inventedExercise({
    name: 'bleu',
    status: 'wrong',
    counterexample: inventedCounterexample({ args, index: [], got: 0.5, expected: 0.25, error: 0.25 }),
  });
  const meta = { title: 'Sheet 1', generatedAt: '2025-01-14', hints: new Map() };
  const text = htmlReport([inventedRecord({ exercises: [exercise] })], meta);
  expect(nestingFault(text)).toBeNull();
  expect(text).not.toContain('<script>alert');
  expect(text).toContain(html`${'"<script>alert(1)</script>"'}`.markup);
  expect(text).toContain('🙂');
  expect(text).toContain('more characters left out');
  expect(text).not.toContain(LONG);

  const lines = visibleLines(exercise, { titles: new Map(), withInputs: true });
  expect(lines.join('\n')).toContain('bleu(["<script>');
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThan(2100);
});
