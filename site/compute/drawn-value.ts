import { exactJson } from '../../grader/command-line/commands/exact-json.ts';
import { shapeOf, shapeText } from '../../grader/report/html/shape.ts';
import { shortNumber } from '../../grader/text/numbers.ts';
import { isRecord, type Value } from '../../properties/values/value.ts';
import { element } from '../shared/dom.ts';

/** Of a larger value only the beginning is drawn; the JSON has all of it. */
const MOST_SLICES = 12;
const MOST_LINES = 40;
const LONGEST_TEXT = 2000;

/** A value as a reader sees it: a number with all its digits, arrays as grids of six digits each, records part by part. */
export function drawnValue(value: Value): HTMLElement {
  const shape = shapeOf(value);
  if (shape === null) return parts(value);
  if (shape.length === 0) return element('p', { class: 'compute-scalar' }, leafText(value).slice(0, LONGEST_TEXT));
  if (shape.length <= 2) return grid(value as readonly Value[], shape);
  return slices(value as readonly Value[], shape);
}

function leafText(value: Value): string {
  if (typeof value === 'number') return Object.is(value, -0) ? '-0' : String(value);
  return typeof value === 'string' ? value : exactJson(value);
}

function cellText(value: Value): string {
  return typeof value === 'number' ? shortNumber(value) : leafText(value).slice(0, 40);
}

function grid(value: readonly Value[], shape: readonly number[]): HTMLElement {
  if (shape.includes(0)) return element('p', {}, `an array of shape [${shape.join(', ')}], with no entries`);
  const rows = shape.length === 1 ? [value] : (value as readonly (readonly Value[])[]);
  const table = element(
    'table',
    { class: 'compute-grid' },
    element(
      'tbody',
      {},
      ...rows
        .slice(0, MOST_LINES)
        .map((row) => element('tr', {}, ...row.slice(0, MOST_LINES).map((item) => element('td', {}, cellText(item))))),
    ),
  );
  const cut = rows.length > MOST_LINES || (shape.at(-1) ?? 0) > MOST_LINES;
  return element(
    'div',
    {},
    element(
      'div',
      { class: 'scroll', tabindex: '0', role: 'group', 'aria-label': `array of ${shapeText(shape)}` },
      table,
    ),
    cut ? more(shape) : null,
  );
}

function more(shape: readonly number[]): HTMLElement {
  return element(
    'p',
    { class: 'soft small' },
    `Only the beginning of ${shapeText(shape)} is drawn; the JSON below has all of it.`,
  );
}

function slices(value: readonly Value[], shape: readonly number[]): HTMLElement {
  const found: HTMLElement[] = [];
  const walk = (part: readonly Value[], path: readonly number[]): void => {
    if (found.length >= MOST_SLICES) return;
    if (shape.length - path.length === 2) {
      found.push(
        element(
          'div',
          {},
          element('p', { class: 'soft small' }, path.map((i) => `[${i}]`).join('')),
          grid(part, shape.slice(path.length)),
        ),
      );
      return;
    }
    part.forEach((item, i) => walk(item as readonly Value[], [...path, i]));
  };
  walk(value, []);
  const all = shape.slice(0, -2).reduce((product, length) => product * length, 1);
  return element(
    'div',
    {},
    element('div', { class: 'compute-slices' }, ...found),
    all > MOST_SLICES ? more(shape) : null,
  );
}

function parts(value: Value): HTMLElement {
  const list = Array.isArray(value);
  const entries = Object.entries((isRecord(value) || list ? value : {}) as Record<string, Value>);
  const drawn = entries
    .slice(0, MOST_SLICES)
    .map(([key, item]) =>
      element(
        'div',
        { class: 'compute-part' },
        element('p', { class: 'compute-part-name' }, list ? `[${key}]` : key),
        drawnValue(item),
      ),
    );
  return element(
    'div',
    { class: 'compute-parts' },
    ...drawn,
    entries.length > MOST_SLICES
      ? element('p', { class: 'soft small' }, `${entries.length - MOST_SLICES} more parts are in the JSON below.`)
      : null,
  );
}
