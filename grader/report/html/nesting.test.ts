import { expect, test } from 'vitest';
import { nestingFault } from './nesting-fixture.ts';

// The check of the other tests' pages, checked.

const page = (body: string): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>x</title></head><body>${body}</body></html>`;

test.each([
  '',
  '<p title="a &lt; b">a<br>b</p>',
  '<svg viewBox="0 0 1 1"><path d="M0 0"/><g><rect width="1"/></g></svg>',
  '<table><thead><tr><th>a</th></tr></thead><tbody><tr><td>1</td></tr></tbody></table>',
  '<details open><summary>a</summary></details>',
])('no fault: %s', (body) => {
  expect(nestingFault(page(body))).toBeNull();
  expect(nestingFault(body)).toBeNull();
});

test.each([
  ['<p><b>a</p></b>', /./],
  ['<div><span>a</div>', /./],
  ['</p>', /./],
  ['<p>a<p>b</p>', /<p> is never closed/],
  ['<ul><li>a</ul>', /<li> is never closed/],
  ['<table><tr><td>1</td></tr></table>', /a browser adds <tbody>/],
  ['<p title=a>a</p>', /has title=a/],
  ["<p title='a'>a</p>", /has title='a'/],
  ['<p title="a" title="b">a</p>', /duplicate-attribute/],
  ['<p title="a"class="b">a</p>', /missing-whitespace-between-attributes/],
  ['<p', /./],
  ['<svg><path d="M0 0"></svg>', /./],
])('a fault: %s', (body, fault) => {
  expect(nestingFault(page(body))).toMatch(fault);
  expect(nestingFault(body)).toMatch(fault);
});
