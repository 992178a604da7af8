import { expect, test } from 'vitest';
import { brokenLinks } from './links.ts';

const page = (path: string, body: string) => ({ path, document: `<!doctype html><title>x</title><body>${body}` });
const nothing = (): boolean => false;

test('pages, anchors, queries and other files are followed from where the page is', () => {
  const pages = [
    page('index.html', '<a href="formulas/a.html#laws">a</a><a href="#here">h</a><p id="here">'),
    page(
      'formulas/a.html',
      '<h2 id="laws">l</h2><a href="../index.html?exercise=a">i</a><script src="../assets/x.js"></script>',
    ),
  ];
  expect(brokenLinks(pages, (path) => path === 'assets/x.js')).toEqual([]);
  expect(brokenLinks(pages, nothing)).toEqual(['formulas/a.html: ../assets/x.js']);
});

test.each([
  ['a missing page', 'b.html'],
  ['a missing anchor', '#there'],
  ['an address from the root, which is wrong under a sub-path', '/index.html'],
  ['another host', 'https://example.org/'],
  ['another host without a scheme', '//example.org/'],
])('%s is broken', (_, address) => {
  expect(brokenLinks([page('a.html', `<a href="${address}">x</a>`)], nothing)).toEqual([`a.html: ${address}`]);
});
