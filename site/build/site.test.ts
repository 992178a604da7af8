import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import MiniSearch from 'minisearch';
import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import { beforeAll, expect, test } from 'vitest';
import { type Located, loadEntries } from '../../properties/entry/entries.ts';
import { anchorOf, formulaPath } from '../pages/names.ts';
import { type Found, find, SEARCH_OPTIONS } from '../search/options.ts';
import { builtPages, pagesIn } from './built-fixture.ts';
import { brokenLinks, type Written } from './links.ts';
import { ENTRIES } from './vite.ts';

type Element = DefaultTreeAdapterTypes.Element;

const SECTIONS = [
  'shapes',
  'example',
  'worked',
  'gradient',
  'reference',
  'accelerated',
  'laws',
  'errors',
  'accuracy',
  'divergences',
  'speed',
  'errata',
  'sources',
];

let out: string;
let pages: Written[];
let entries: Located[];

beforeAll(async () => {
  const built = await builtPages();
  out = built.out;
  pages = pagesIn(out);
  entries = await loadEntries();
  return built.remove;
}, 900_000);

test('every formula has a page with every section', () => {
  expect(entries.length).toBeGreaterThan(150);
  for (const { entry } of entries) {
    const { document } = pageAt(formulaPath(entry.id));
    const headings = elementsOf(document).filter(({ tagName }) => tagName === 'h2');
    expect(
      headings.map((heading) => attribute(heading, 'id')).filter((id) => id !== null),
      entry.id,
    ).toEqual(SECTIONS);
  }
});

test('a page says what the entry says: title, laws, worked values, sources', () => {
  for (const { entry, golden } of entries) {
    const text = textOf(pageAt(formulaPath(entry.id)).document);
    const said = [
      entry.title,
      // What stands in backticks is code on the page.
      ...(golden === null ? [] : [golden.source.call.replaceAll('`', '')]),
      ...entry.laws.map(({ name }) => name),
      ...entry.worked.map(({ origin }) => origin),
      ...entry.source,
      ...(entry.errata ?? []).flatMap(({ printed, holds }) => [printed, holds]),
    ];
    expect(
      said.filter((it) => !text.includes(oneLine(it))),
      entry.id,
    ).toEqual([]);
  }
});

test('of accelerated code that does not exist nothing is said', () => {
  const without = entries.filter(({ entry }) => !entry.accelerated);
  expect(without.length).toBeGreaterThan(0);
  for (const { entry } of without) {
    const text = textOf(pageAt(formulaPath(entry.id)).document);
    expect(text, entry.id).toContain('There is none: nothing in it is computed faster on a device.');
    expect(text, entry.id).not.toMatch(/the accelerated code calls|The code meets/);
  }
});

test('hints are on their own page, each with an anchor, and not on the page of the formula', () => {
  const hints = pageAt('hints.html').document;
  const anchors = new Set(elementsOf(hints).map((element) => attribute(element, 'id')));
  const text = textOf(hints);
  for (const { entry } of entries) {
    const own = textOf(pageAt(formulaPath(entry.id)).document);
    for (const { id, hint } of entry.misconceptions) {
      expect(anchors, id).toContain(anchorOf(id));
      expect(text, id).toContain(oneLine(hint.replaceAll('`', '')));
      expect(own, id).not.toContain(oneLine(hint.replaceAll('`', '')));
    }
  }
});

test('every page is valid to parse, and has one heading of the first level and no level left out', () => {
  for (const { path, document } of pages) {
    const errors: string[] = [];
    parse(document, { onParseError: ({ code, startLine }) => errors.push(`${code} in line ${startLine}`) });
    expect(errors, path).toEqual([]);
    const levels = elementsOf(document).flatMap(({ tagName }) =>
      /^h[1-6]$/.test(tagName) ? [Number(tagName[1])] : [],
    );
    expect(levels.filter((level) => level === 1).length, path).toBe(1);
    expect(
      levels.filter((level, n) => level > (levels[n - 1] ?? 0) + 1),
      path,
    ).toEqual([]);
    const ids = elementsOf(document).flatMap((element) => attribute(element, 'id') ?? []);
    expect(
      ids.filter((id, n) => ids.indexOf(id) !== n || /\s/.test(id)),
      path,
    ).toEqual([]);
  }
});

test('every page has the policy before anything that it governs, and no script but files of the site', () => {
  for (const { path, document } of pages) {
    const elements = elementsOf(document);
    const policy = elements.findIndex((it) => attribute(it, 'http-equiv') === 'Content-Security-Policy');
    const governed = elements.findIndex(({ tagName }) => ['script', 'link', 'style', 'img'].includes(tagName));
    expect(policy, path).toBeGreaterThan(0);
    expect(policy, path).toBeLessThan(governed);
    const content = attribute(elements[policy] as Element, 'content') ?? '';
    expect(content, path).toContain("default-src 'none'");
    expect(content, path).not.toContain("'unsafe-eval'");
    expect(content, path).not.toMatch(/(script-src|style-src)( '[^']*')* 'unsafe-inline'/);
    for (const element of elements) {
      if (element.tagName === 'script') {
        expect(attribute(element, 'src'), path).toMatch(/^(\.\.\/)*assets\/[\w-]+\.js$/);
        expect(element.childNodes, path).toEqual([]);
      }
      expect(
        element.attrs.filter(({ name }) => name.startsWith('on')),
        path,
      ).toEqual([]);
    }
  }
});

test('every link and anchor leads somewhere, and a planted one that does not is found', () => {
  // The scripts of the programs are not built here.
  const scripts = new Set(Object.keys(ENTRIES).map((name) => `assets/${name}.js`));
  const isThere = (path: string): boolean => scripts.has(path) || existsSync(join(out, path));
  expect(brokenLinks(pages, isThere)).toEqual([]);
  const planted = pages.map((page) =>
    page.path === 'errata.html'
      ? { ...page, document: page.document.replace('formulas/adagrad.html', 'formulas/adagard.html') }
      : page,
  );
  expect(brokenLinks(planted, isThere)).toEqual(['errata.html: formulas/adagard.html']);
});

test('no formula is left to KaTeX as an error, and neither it nor code as text', () => {
  for (const { path, document } of pages) {
    expect(document, path).not.toContain('katex-error');
    // What code says in dollars is code; elsewhere a dollar would be a formula that was not drawn.
    expect(textOf(document, ['code', 'pre', 'annotation']), path).not.toMatch(/[$`]/);
  }
});

test('the pages of formulas are small', () => {
  const sizes = entries.map(({ entry }) => pageAt(formulaPath(entry.id)).document.length);
  expect(Math.max(...sizes)).toBeLessThan(400_000);
});

test('the index finds formulas by title, by name and by parts of names', () => {
  const index = MiniSearch.loadJSON<Found>(readFileSync(join(out, 'data/search.json'), 'utf8'), SEARCH_OPTIONS);
  const found = (asked: string): string[] => index.search(asked).map(({ id }) => id as string);
  expect(found('softmax')[0]).toBe('softmax');
  expect(found('cross entropy')).toContain('binaryCrossEntropy');
  expect(found('kullback')).toContain('klDivergence');
  expect(found('batchNorm')[0]).toBe('batchNorm');
  for (const { entry } of entries) expect(found(entry.id), entry.id).toContain(entry.id);
});

test.each([
  ['MSE', 'meanSquaredError'],
  ['BCE', 'binaryCrossEntropy'],
  ['SGD', 'sgd'],
  ['adam optimizer', 'adam'],
  ['cross entropy loss', 'categoricalCrossEntropy'],
  ['L2 regularization', 'l2Penalty'],
  ['activation function', 'step'],
  ['layer normalisation', 'layerNorm'],
])('who looks for "%s" finds %s among the first', (asked, id) => {
  const index = MiniSearch.loadJSON<Found>(readFileSync(join(out, 'data/search.json'), 'utf8'), SEARCH_OPTIONS);
  const first = find(index, asked).found.slice(0, 4);
  expect(first.map((it) => it.id as string)).toContain(id);
});

test('an abbreviation is not corrected to another one, and LaTeX and letters of any language are no error', () => {
  const index = MiniSearch.loadJSON<Found>(readFileSync(join(out, 'data/search.json'), 'utf8'), SEARCH_OPTIONS);
  expect(find(index, 'CNN').found).toEqual([]);
  for (const asked of ['\\frac{e^{z_i}}{\\sum_j}', 'σ', 'größe', '*', '(', '"', '   ']) find(index, asked);
});

function pageAt(path: string): Written {
  const page = pages.find((it) => it.path === path);
  if (!page) throw new Error(`the site has no ${path}`);
  return page;
}

/** Each document is parsed once. */
const parsedOnce = new Map<string, DefaultTreeAdapterTypes.Document>();

function treeOf(document: string): DefaultTreeAdapterTypes.Document {
  const tree = parsedOnce.get(document) ?? parse(document);
  parsedOnce.set(document, tree);
  return tree;
}

function elementsOf(document: string): Element[] {
  const elements: Element[] = [];
  const visit = (node: DefaultTreeAdapterTypes.Node): void => {
    if ('tagName' in node) elements.push(node);
    if ('childNodes' in node) node.childNodes.forEach(visit);
  };
  visit(treeOf(document));
  return elements;
}

function textOf(document: string, without: readonly string[] = []): string {
  const parts: string[] = [];
  const visit = (node: DefaultTreeAdapterTypes.Node): void => {
    if (node.nodeName === '#text' && 'value' in node) parts.push(node.value);
    if ('childNodes' in node && !without.includes(node.nodeName)) node.childNodes.forEach(visit);
  };
  visit(treeOf(document));
  return oneLine(parts.join(''));
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function attribute(element: Element, name: string): string | null {
  return element.attrs.find((it) => it.name === name)?.value ?? null;
}
