import { isNumeric, toldApart } from '../../text/numbers.ts';
import { type Html, html } from './escape.ts';
import { drawRegular, type Mark, note } from './grid.ts';
import { leafText, nestedText } from './nested.ts';
import { shapeOf, shapeText } from './shape.ts';

const WIDE = 5;
const MOST_PARTS = 24;
const DEEPEST = 6;

/** What came beside what should have come, the differing element marked in both. */
export function drawPair(got: unknown, expected: unknown, path: readonly (number | string)[]): Html {
  const [a, b] = [elementAt(got, path), elementAt(expected, path)];
  const [gotText, expectedText] = isNumeric(a) && isNumeric(b) ? toldApart(a, b) : [leafText(a), leafText(b)];
  return html`<div class="${isWide(got) || isWide(expected) ? 'pair wide' : 'pair'}">
${captioned('got', got, { path, text: gotText, role: 'got' })}
${captioned('expected', expected, { path, text: expectedText, role: 'expected' })}
</div>`;
}

/** Whether a value is drawn as a grid of more columns than fit side by side. */
function isWide(value: unknown, depth = 0): boolean {
  const shape = shapeOf(value);
  if (shape !== null) return shape.length > 1 && (shape[shape.length === 4 ? 2 : shape.length - 1] ?? 0) > WIDE;
  return depth < DEEPEST && Object.values(value as object).some((item) => isWide(item, depth + 1));
}

function captioned(name: 'got' | 'expected', value: unknown, mark: Mark): Html {
  const shape = shapeOf(value);
  const size = shape === null || shape.length === 0 ? null : html` <span class="soft">${shapeText(shape)}</span>`;
  return html`<figure class="${name}"><figcaption>${name}${size}</figcaption>${drawTensor(value, mark)}</figure>`;
}

function elementAt(value: unknown, path: readonly (number | string)[]): unknown {
  return path.reduce((part, step) => child(part, step), value);
}

function child(value: unknown, step: number | string): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined;
  return (value as Record<number | string, unknown>)[step];
}

/** A value as a drawing: tensors as grids, records and ragged lists part by part. */
function drawTensor(value: unknown, mark: Mark | null, depth = 0): Html {
  const shape = shapeOf(value);
  // A string that is not a number is a description of the value, such as its shape.
  if (typeof value === 'string' && !isNumeric(value)) return html`<p>${value}</p>`;
  if (shape !== null) return drawRegular(value, shape, mark);
  if (depth === DEEPEST) return html`<pre>${nestedText(value)}</pre>`;
  const list = Array.isArray(value);
  const parts = Object.entries(value as object).map(([key, item]) => {
    const step = list ? Number(key) : key;
    return { key: list ? `[${key}]` : key, item, inner: mark?.path[0] === step ? below(mark) : null };
  });
  const shown = parts.filter((part, n) => n < MOST_PARTS || part.inner !== null);
  return html`<div class="fields">${shown.map(
    ({ key, item, inner }) =>
      html`<div class="field"><div class="label"><code>${key}</code>${ofShape(item)}</div>${drawTensor(item, inner, depth + 1)}</div>`,
  )}</div>${shown.length < parts.length ? note(`${parts.length - shown.length} more parts are left out.`) : null}`;
}

function ofShape(value: unknown): Html | null {
  const shape = shapeOf(value);
  return shape === null || shape.length === 0 ? null : html` ${shapeText(shape)}`;
}

function below(mark: Mark): Mark {
  return { ...mark, path: mark.path.slice(1) };
}
