import { nameOf } from '../../properties/entry/entries.ts';
import type { Direction, Measured } from './cell.ts';
import type { BenchResult } from './result.ts';
import { ratioBound, shownNumber } from './shown.ts';
import { SIZES } from './size.ts';

const CELL = { width: 40, height: 20 };
const LEFT = 204;
const TOP = 92;
/** between the panels of two backends */
const GAP = 14;
const DIRECTIONS: readonly Direction[] = ['forward', 'gradient'];
const COLUMNS = DIRECTIONS.flatMap((direction) => SIZES.map(({ name: size }) => ({ direction, size })));
const PANEL = COLUMNS.length * CELL.width;
/** decades of the ratio to both sides of 1 that have a colour of their own, in steps of half a decade */
const STEPS = 4;

/** The result as an SVG: a panel per backend, a row per formula, each cell coloured by the logarithm of its ratio. */
export function benchPicture({ backends, cells }: BenchResult): string {
  const names = backends.filter(({ started }) => started).map(({ name }) => name);
  const formulas = [...new Set(cells.map(({ formula }) => formula))];
  const width = LEFT + Math.max(2, names.length) * (PANEL + GAP);
  const height = TOP + formulas.length * CELL.height + 14;
  const labels = formulas.map(
    (formula, row) => `<text class="row" x="${LEFT - 8}" y="${TOP + row * CELL.height + 14}">${nameOf(formula)}</text>`,
  );
  const panels = names.map((name, i) => {
    const own = cells.filter(({ backend }) => backend === name);
    return `<g transform="translate(${LEFT + i * (PANEL + GAP)} ${TOP})">${heads(name)}${squares(own, formulas)}</g>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="t d">
<title id="t">How many times faster than the reference each backend is</title>
<desc id="d">The time of the plain float64 reference over that of TensorFlow.js, for each formula, backend, size and direction. Above 1 the backend is faster.</desc>
<style>${STYLE}</style>
<rect class="ground" width="${width}" height="${height}"/>
${legend()}
${labels.join('')}
${panels.join('\n')}
</svg>
`;
}

function heads(name: string): string {
  const title = `<text class="title" x="${PANEL / 2}" y="-36">${name}</text>`;
  const columns = COLUMNS.map(
    ({ size }, column) => `<text class="small" x="${(column + 0.5) * CELL.width}" y="-5">${size}</text>`,
  );
  const directions = DIRECTIONS.map(
    (direction, i) => `<text class="small" x="${(i + 0.5) * SIZES.length * CELL.width}" y="-19">${direction}</text>`,
  );
  return title + directions.join('') + columns.join('');
}

function squares(cells: readonly Measured[], formulas: readonly string[]): string {
  return formulas
    .flatMap((formula, row) =>
      COLUMNS.map(({ direction, size }, column) => {
        const cell = cells.find((one) => one.formula === formula && one.direction === direction && one.size === size);
        if (!cell) return '';
        const [x, y] = [column * CELL.width, row * CELL.height];
        const text = shortRatio(cell).replace('<', '&lt;').replace('>', '&gt;');
        return (
          `<rect class="${classOf(cell)}" x="${x + 0.5}" y="${y + 0.5}" width="${CELL.width - 1}" height="${CELL.height - 1}"/>` +
          `<text class="value" x="${x + CELL.width / 2}" y="${y + 14}">${text}</text>`
        );
      }),
    )
    .join('');
}

/** `12`, `0.3`, `1/40`, `>100`: what a square has room for. */
function shortRatio(cell: Measured): string {
  const bound = ratioBound(cell);
  if (bound === null) return '–';
  return `${bound.sign}${bound.ratio < 0.1 ? `1/${shownNumber(1 / bound.ratio)}` : shownNumber(bound.ratio)}`;
}

function classOf(cell: Measured): string {
  const bound = ratioBound(cell);
  return bound === null ? 'none' : classOfStep(Math.round(2 * Math.log10(bound.ratio)));
}

function classOfStep(step: number): string {
  const kept = Math.max(-STEPS, Math.min(STEPS, step));
  return kept < 0 ? `slow${-kept}` : kept > 0 ? `fast${kept}` : 'even';
}

function legend(): string {
  const steps = Array.from({ length: 2 * STEPS + 1 }, (_, i) => i - STEPS);
  const keys = ['1/100', '', '1/10', '', '1', '', '10', '', '100'];
  const squaresOf = steps.map(
    (step, i) =>
      `<rect class="${classOfStep(step)}" x="${LEFT + i * CELL.width + 0.5}" y="12" width="${CELL.width - 1}" height="12"/>` +
      `<text class="small" x="${LEFT + (i + 0.5) * CELL.width}" y="37">${keys[i]}</text>`,
  );
  return `<text class="row" x="${LEFT - 8}" y="22">backend faster by</text>${squaresOf.join('')}`;
}

// Blue where the backend is faster, orange where the reference is: apart for the common kinds of colour blindness.
const STYLE = `
text{font:12px system-ui,sans-serif;fill:#222}.title{text-anchor:middle;font-weight:600}.row{text-anchor:end}.small,.value{text-anchor:middle;font-size:10.5px}
.ground{fill:#fff}.even{fill:#f1f1f1}.none{fill:none}
.fast1{fill:#d6e4fb}.fast2{fill:#b3cef8}.fast3{fill:#8bb4f4}.fast4{fill:#6099ef}.slow1{fill:#fbe6cd}.slow2{fill:#f7cd9b}.slow3{fill:#f2b169}.slow4{fill:#ec933a}
@media (prefers-color-scheme:dark){text{fill:#e6e6e6}.ground{fill:#0d1117}.even{fill:#262b33}
.fast1{fill:#1d3357}.fast2{fill:#204a85}.fast3{fill:#2460b0}.fast4{fill:#2b77db}.slow1{fill:#4a3214}.slow2{fill:#6d4513}.slow3{fill:#905812}.slow4{fill:#b46c12}}
`;
