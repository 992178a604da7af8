import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseFragment } from 'parse5';
import { expect, test } from 'vitest';
import { broken, DEPTH, flows, KINDS } from './networks.ts';
import { flowPage } from './page.ts';
import { flowPicture } from './picture.ts';

const all = flows();
const docs = (file: string): string =>
  readFileSync(fileURLToPath(new URL(`../../docs/${file}`, import.meta.url)), 'utf8');

test('each gradient vanishes, explodes or stays as the page says', () => {
  expect(broken(all)).toEqual([]);
});

test('a gradient that does something else is named', () => {
  const [first] = all;
  if (first === undefined) throw new Error('there is no network');
  const turned = { ...first, norms: [...first.norms].reverse() };
  expect(broken([turned])).toEqual([expect.stringContaining('tanh, gain 4: expected that the gradient explodes')]);
});

test('every network has a norm for each layer', () => {
  for (const { norms } of all) expect(norms).toHaveLength(DEPTH);
});

test('the page and the picture are those of the networks as they are', () => {
  expect(docs('gradient-flow.md'), 'npm run gradient-flow').toBe(flowPage(all));
  expect(docs('gradient-flow.svg'), 'npm run gradient-flow').toBe(flowPicture(all));
});

test('the picture has a line of all layers and a name for each network', () => {
  const picture = flowPicture(all);
  expect(parseFragment(picture).childNodes[0]?.nodeName).toBe('svg');
  const lines = [...picture.matchAll(/class="line line\d" d="M([^"h]+)"/g)].map(([, path = '']) => path.split('L'));
  expect(lines.map((points) => points.length)).toEqual(KINDS.map(() => DEPTH));
  for (const { name } of KINDS) expect(picture).toContain(`>${name}</text>`);
});
