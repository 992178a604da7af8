import { expect, test } from 'vitest';
import { STATUSES } from '../statuses.ts';
import { DARK, LIGHT } from './palette.ts';

/** WCAG 2.2, relative luminance. */
function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [low = 0, high = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
}

test('black on white has the contrast that WCAG gives it', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 10);
});

test.each([
  ['light', LIGHT],
  ['dark', DARK],
])('the %s scheme can be read', (_, scheme) => {
  for (const ground of [scheme.paper, scheme.panel]) {
    expect(contrast(scheme.ink, ground)).toBeGreaterThan(7);
    expect(contrast(scheme.soft, ground)).toBeGreaterThan(4.5);
    expect(contrast(scheme.accent, ground)).toBeGreaterThan(4.5);
  }
  for (const status of STATUSES) {
    const { ink, fill, bar } = scheme.statuses[status];
    expect(contrast(ink, fill), `${status} on its chip`).toBeGreaterThan(4.5);
    expect(contrast(bar, scheme.panel), `bar of ${status}`).toBeGreaterThan(3);
  }
});
