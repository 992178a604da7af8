import { type Html, html } from './escape.ts';
import { leafText } from './nested.ts';
import { shapeText } from './shape.ts';

/** The element to mark, its text, and in which of the two drawings it is. */
export interface Mark {
  path: readonly (number | string)[];
  text: string;
  role: 'got' | 'expected';
}

const MOST_ELEMENTS = 400;
const WINDOW = 8;
const ROW_OF_VECTOR = 10;

const SYMBOLS = { got: '✗', expected: '✓' } as const;

/** A remark below a drawing. */
export function note(text: string): Html {
  return html`<p class="note">${text}</p>`;
}

/** A regular tensor of any rank: one row, one grid, or grids as slices; of a large one the part with the mark. */
export function drawRegular(value: unknown, shape: readonly number[], mark: Mark | null): Html {
  const size = shape.reduce((product, length) => product * length, 1);
  const marked = mark !== null && pointsInto(shape, mark.path) ? mark : null;
  if (shape.length === 0) return scalar(value, marked);
  if (size === 0) return html`<p class="note">No elements: shape ${shapeText(shape)}.</p>`;
  if (shape.length === 1) return vector(value as unknown[], marked, size > MOST_ELEMENTS);
  if (shape.length === 2) return matrix(value as unknown[][], marked, size > MOST_ELEMENTS);
  return slices(value, shape, marked, size > MOST_ELEMENTS);
}

/** A path that ends before a leaf, or beside the tensor, marks no element: there the shapes differ. */
function pointsInto(shape: readonly number[], path: readonly (number | string)[]): boolean {
  return (
    path.length === shape.length &&
    path.every((step, n) => Number.isInteger(step) && Number(step) >= 0 && Number(step) < (shape[n] ?? 0))
  );
}

function scalar(value: unknown, mark: Mark | null): Html {
  return scrolled(html`<tbody><tr>${cell(value, mark)}</tr></tbody>`);
}

function cell(value: unknown, mark: Mark | null): Html {
  if (mark === null) return html`<td>${leafText(value)}</td>`;
  const { role, text } = mark;
  return html`<td class="marked ${role}" aria-label="differs: ${text}"><span aria-hidden="true">${SYMBOLS[role]}</span> ${text}</td>`;
}

function scrolled(rows: Html): Html {
  return html`<div class="scroll" tabindex="0"><table class="grid">${rows}</table></div>`;
}

/** Indices from `from` to below `to`: all of them, or if there are too many, a window around the marked one. */
interface Range {
  from: number;
  to: number;
}

function windowed(length: number, at: number, cut: boolean): Range {
  if (!cut || length <= WINDOW) return { from: 0, to: length };
  const from = Math.min(Math.max(0, at - WINDOW / 2), length - WINDOW);
  return { from, to: from + WINDOW };
}

function indices({ from, to }: Range): number[] {
  return Array.from({ length: to - from }, (_, n) => from + n);
}

function rangeText(what: string, { from, to }: Range, length: number): string {
  return to - from === length ? `all ${length} ${what}` : `${what} ${from} to ${to - 1} of ${length}`;
}

function stepOf(mark: Mark | null, axis: number): number {
  return Number(mark?.path[axis] ?? 0);
}

/** One row; a long vector continues in further rows, each headed by the index that it starts with. */
function vector(value: readonly unknown[], mark: Mark | null, cut: boolean): Html {
  const at = stepOf(mark, 0);
  const range = windowed(value.length, at, cut);
  const shown = indices(range);
  const starts = shown.filter((_, n) => n % ROW_OF_VECTOR === 0);
  const single = starts.length === 1;
  const head = html`<thead><tr>${shown.map((n) => html`<th scope="col">${n}</th>`)}</tr></thead>`;
  const rows = starts.map((start) => {
    const cells = shown.filter((n) => n >= start && n < start + ROW_OF_VECTOR);
    return html`<tr>${single ? null : html`<th scope="row">[${start}]</th>`}${cells.map((n) =>
      cell(value[n], mark !== null && n === at ? mark : null),
    )}</tr>`;
  });
  const complete = shown.length === value.length;
  const drawn = rangeText('elements', range, value.length);
  return html`${scrolled(html`${single ? head : null}<tbody>${rows}</tbody>`)}${
    complete ? null : note(leftOut(drawn, shown.length, value.length))
  }`;
}

function leftOut(drawn: string, shown: number, total: number): string {
  return `Drawn: ${drawn}. The other ${total - shown} of ${total} elements are left out.`;
}

function matrix(value: readonly (readonly unknown[])[], mark: Mark | null, cut: boolean): Html {
  const [height, width] = [value.length, value[0]?.length ?? 0];
  const [row, column] = [stepOf(mark, 0), stepOf(mark, 1)];
  const [rows, columns] = [windowed(height, row, cut), windowed(width, column, cut)];
  const [i, j] = [indices(rows), indices(columns)];
  const grid = html`<thead><tr><td></td>${j.map((n) => html`<th scope="col">${n}</th>`)}</tr></thead>
<tbody>${i.map(
    (r) =>
      html`<tr><th scope="row">${r}</th>${j.map((c) => cell(value[r]?.[c], mark !== null && r === row && c === column ? mark : null))}</tr>`,
  )}</tbody>`;
  const shown = i.length * j.length;
  const left =
    shown === height * width
      ? null
      : note(
          leftOut(`${rangeText('rows', rows, height)}, ${rangeText('columns', columns, width)}`, shown, height * width),
        );
  return html`${scrolled(grid)}${left}`;
}

/** The axes that a slice fixes: of `[batch, height, width, channel]` batch and channel; otherwise all but two. */
function fixedAxes(rank: number): number[] {
  return rank === 4 ? [0, 3] : Array.from({ length: rank - 2 }, (_, axis) => axis);
}

/** Grids of a tensor of rank 3 and more, each under the label `[i, :, :, j]`. */
function slices(value: unknown, shape: readonly number[], mark: Mark | null, cut: boolean): Html {
  const fixed = fixedAxes(shape.length);
  const lengths = fixed.map((axis) => shape[axis] ?? 0);
  const isMarked = (at: readonly number[]): boolean =>
    mark !== null && fixed.every((axis, n) => mark.path[axis] === at[n]);
  const shown = cut ? [fixed.map((axis) => stepOf(mark, axis))] : combinations(lengths);
  const drawn = shown.map((at) => {
    const label = shape.map((_, axis) => (fixed.includes(axis) ? String(at[fixed.indexOf(axis)]) : ':')).join(', ');
    const grid = sliceOf(value, shape.length, fixed, at);
    const free = mark === null ? [] : mark.path.filter((_, axis) => !fixed.includes(axis));
    const inner = mark !== null && isMarked(at) ? { ...mark, path: free } : null;
    const large = grid.length * (grid[0]?.length ?? 0) > MOST_ELEMENTS;
    return html`<div><div class="label"><code>[${label}]</code></div>${matrix(grid, inner, large)}</div>`;
  });
  const total = lengths.reduce((product, length) => product * length, 1);
  const rest = total - shown.length;
  const left = rest > 0 ? note(`One slice of ${total} is drawn; the other ${rest} are left out.`) : null;
  return html`<div class="slices">${drawn}</div>${left}`;
}

/** Every index into axes of these lengths, the last one running fastest. */
function combinations(lengths: readonly number[]): number[][] {
  return lengths.reduce<number[][]>(
    (prefixes, length) => prefixes.flatMap((prefix) => Array.from({ length }, (_, n) => [...prefix, n])),
    [[]],
  );
}

function sliceOf(value: unknown, rank: number, fixed: readonly number[], at: readonly number[]): unknown[][] {
  // A fixed axis picks one item, a free one opens a level of rows.
  const walk = (node: unknown, axis: number): unknown => {
    if (axis === rank) return node;
    const place = fixed.indexOf(axis);
    const items = node as readonly unknown[];
    return place >= 0 ? walk(items[at[place] ?? 0], axis + 1) : items.map((item) => walk(item, axis + 1));
  };
  return walk(value, 0) as unknown[][];
}
