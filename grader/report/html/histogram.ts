import { shownPoints } from '../../text/numbers.ts';
import { counted } from './anchors.ts';
import { type Html, html } from './escape.ts';

const BINS = 10;
const WIDTH = 520;
const HEIGHT = 230;
const LEFT = 60;
const RIGHT = 30;
const TOP = 22;
const BOTTOM = 48;

/** How many scores fall into each tenth of the possible points; full marks belong to the last. */
export function binned(scores: readonly number[], maxPoints: number): number[] {
  const bins = Array.from({ length: BINS }, () => 0);
  for (const score of scores) {
    const bin = maxPoints > 0 ? Math.floor((score / maxPoints) * BINS) : 0;
    const within = Math.min(BINS - 1, Math.max(0, bin));
    bins[within] = (bins[within] ?? 0) + 1;
  }
  return bins;
}

/** Whole numbers for the axis, about four of them. */
function ticks(most: number): number[] {
  const rough = Math.max(1, most / 4);
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((factor) => factor * power).find((size) => size >= rough) ?? rough;
  return Array.from({ length: Math.ceil(most / step) + 1 }, (_, n) => n * step);
}

/** The distribution of points: a drawing with labelled axes, and a sentence that says the same to a screen reader. */
export function histogram(scores: readonly number[], maxPoints: number): Html {
  const bins = binned(scores, maxPoints);
  const marks = ticks(Math.max(1, ...bins));
  const top = marks.at(-1) ?? 1;
  const x = (bin: number): number => LEFT + ((WIDTH - LEFT - RIGHT) * bin) / BINS;
  const y = (count: number): number => HEIGHT - BOTTOM - ((HEIGHT - TOP - BOTTOM) * count) / top;
  const edge = (bin: number): string => shownPoints((maxPoints * bin) / BINS);
  const described = bins.map((count, bin) => `${edge(bin)} to ${edge(bin + 1)} points: ${count}`).join('; ');
  return html`<svg class="histogram" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="Distribution of points. ${described}">
${marks.map(
  (mark) => html`<line class="rule" x1="${LEFT}" x2="${WIDTH - RIGHT}" y1="${y(mark)}" y2="${y(mark)}"/>
<text x="${LEFT - 8}" y="${y(mark) + 4}" text-anchor="end">${counted(mark)}</text>`,
)}
${bins.map((count, bin) =>
  count === 0
    ? null
    : html`<rect class="column" x="${x(bin) + 2}" y="${y(count)}" width="${x(1) - x(0) - 4}" height="${y(0) - y(count)}" rx="2"/>
<text class="count" x="${(x(bin) + x(bin + 1)) / 2}" y="${y(count) - 5}" text-anchor="middle">${counted(count)}</text>`,
)}
<line class="axis" x1="${LEFT}" x2="${WIDTH - RIGHT}" y1="${y(0)}" y2="${y(0)}"/>
${Array.from(
  { length: BINS / 2 + 1 },
  // The last one ends with the drawing, so that none of its digits is cut off.
  (_, n) =>
    2 * n === BINS
      ? html`<text x="${WIDTH - 2}" y="${HEIGHT - BOTTOM + 18}" text-anchor="end">${edge(BINS)}</text>`
      : html`<text x="${x(2 * n)}" y="${HEIGHT - BOTTOM + 18}" text-anchor="middle">${edge(2 * n)}</text>`,
)}
<text x="${(LEFT + WIDTH - RIGHT) / 2}" y="${HEIGHT - 8}" text-anchor="middle">points of ${shownPoints(maxPoints)}</text>
<text x="12" y="${(TOP + HEIGHT - BOTTOM) / 2}" text-anchor="middle" transform="rotate(-90 12 ${(TOP + HEIGHT - BOTTOM) / 2})">submissions</text>
</svg>`;
}
