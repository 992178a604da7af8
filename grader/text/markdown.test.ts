import { expect, test } from 'vitest';
import { markdownCode, markdownText } from './markdown.ts';

test('text loses its power', () => {
  expect(markdownText('<b> *x* [a](b) `c` a_b')).toBe('\\<b\\> \\*x\\* \\[a\\](b) \\`c\\` a\\_b');
  expect(markdownText('https://a.example www.a.example')).toBe('https\\://a.example www\\.a.example');
  expect(markdownText('a\n# b')).toBe('a \\# b');
});

test('code is fenced by more backticks than it holds', () => {
  expect(markdownCode('a``b')).toBe('```a``b```');
  expect(markdownCode('`')).toBe('`` ` ``');
});
