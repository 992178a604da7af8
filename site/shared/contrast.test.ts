import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const style = readFileSync(new URL('style.css', import.meta.url), 'utf8');
const colours = new Map(
  Array.from(style.matchAll(/--([\w-]+): light-dark\((#\w{6}), (#\w{6})\);/g), ([, name, light, dark]) => [
    name as string,
    { light: light as string, dark: dark as string },
  ]),
);

/** WCAG 2.2, relative luminance. */
function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(text: string, ground: string, scheme: 'light' | 'dark'): number {
  const [a, b] = [text, ground].map((name) => luminance(colours.get(name)?.[scheme] ?? ''));
  const [low = 0, high = 0] = [a as number, b as number].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
}

/** What is read on what. */
const PAIRS: readonly [text: string, ground: string][] = [
  ...['ink', 'soft', 'accent'].flatMap((text): [string, string][] =>
    ['paper', 'panel', 'raised', 'mark'].map((ground) => [text, ground]),
  ),
  ...[...colours.keys()].filter((name) => name.startsWith('code-')).map((name): [string, string] => [name, 'panel']),
  ['on-accent', 'accent'],
  ['good-ink', 'good-fill'],
  ['bad-ink', 'bad-fill'],
  ['warn-ink', 'warn-fill'],
];

test.each(['light', 'dark'] as const)('text can be read in the %s theme', (scheme) => {
  expect(colours.size).toBeGreaterThan(20);
  const low = PAIRS.filter(([text, ground]) => !(contrast(text, ground, scheme) >= 4.5));
  expect(low).toEqual([]);
});
