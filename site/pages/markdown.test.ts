import { expect, test } from 'vitest';
import { blocksOf, inline, markdown } from './markdown.ts';

test('a docstring is paragraphs, formulas and lists', () => {
  const text = 'Softmax, of\nlogits.\n\n$$p_i =\n  e^{z_i}$$\n\n- $z$ `logits`: any\n  number\n- $p$\n\nAfter it.';
  expect(blocksOf(text)).toEqual([
    { kind: 'paragraph', text: 'Softmax, of logits.' },
    { kind: 'formula', text: 'p_i =\n  e^{z_i}' },
    { kind: 'list', items: ['$z$ `logits`: any number', '$p$'] },
    { kind: 'paragraph', text: 'After it.' },
  ]);
});

test('an item goes on in a line that is not indented, as Markdown has it', () => {
  expect(blocksOf('- a, all the\nsame\n- b\n\nAfter it.\n- c\n$$d$$')).toEqual([
    { kind: 'list', items: ['a, all the same', 'b'] },
    { kind: 'paragraph', text: 'After it.' },
    { kind: 'list', items: ['c'] },
    { kind: 'formula', text: 'd' },
  ]);
});

test('instructions have headings and code, documents have tables', () => {
  expect(blocksOf('# a\n\n```ts\nf(1); // 2\n```\n\n| a | b |\n| - | - |\n| 1 | x \\| y |')).toEqual([
    { kind: 'heading', level: 1, text: 'a' },
    { kind: 'code', language: 'ts', text: 'f(1); // 2' },
    { kind: 'table', head: ['a', 'b'], rows: [['1', 'x | y']] },
  ]);
});

test('what follows a formula on its line is kept', () => {
  expect(blocksOf('$$a$$ and more').map(({ kind }) => kind)).toEqual(['formula', 'paragraph']);
});

test('text is escaped, in code and beside it', () => {
  const { markup } = markdown('a <script>alert(1)</script> `<b>` **<i>**');
  expect(markup).not.toMatch(/<script|<b>|<i>/);
  expect(markup).toContain('&lt;script&gt;');
});

test('a link is kept where the site has a place for it, and its text alone elsewhere', () => {
  expect(inline('[the errata](errata.md)', { link: () => 'errata.html' }).markup).toBe(
    '<a href="errata.html">the errata</a>',
  );
  expect(inline('[the errata](errata.md)').markup).toBe('the errata');
});

test('LaTeX that KaTeX does not know is an error, not red text', () => {
  expect(() => inline('$\\notacommand{x}$')).toThrow(/notacommand/);
  expect(() => inline('$é$')).toThrow(/unicode/i);
});
