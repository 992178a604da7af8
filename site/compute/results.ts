import { numbersOf } from '../../properties/values/tree.ts';
import { element, hasFocus } from '../shared/dom.ts';
import { commandLine } from './command.ts';
import { comparison, type Progress } from './comparison.ts';
import { copyButton } from './copy-button.ts';
import { drawnValue } from './drawn-value.ts';
import { everyNumber } from './every-number.ts';
import type { Agreement, Computed, Implementation, Input, PageBackend } from './messages.ts';
import { resultsJson } from './results-json.ts';

/** Longer text makes a page slow. */
const MOST_WRITTEN = 20_000;

/** All that is known of one input. */
export interface Shown {
  name: string;
  input: Input;
  reference: Computed;
  backends: ReadonlyMap<PageBackend, Progress>;
  /** the address that carries the input; null if it is too long for one */
  link: string | null;
}

/** The results below the form, drawn anew for each that comes. */
export class Results {
  readonly element = element('div', { class: 'compute-results', 'data-result': true });
  /** what the reader has opened stays open */
  readonly #open = new Set<string>();

  clear(): void {
    this.element.replaceChildren();
  }

  show({ name, input, reference, backends, link }: Shown): void {
    const computed = new Map<Implementation, Computed>([['reference', reference]]);
    for (const [backend, progress] of backends)
      if (progress.kind === 'computed') computed.set(backend, progress.computed);
    const json = (): string => resultsJson(name, input, computed);
    const command = (): string =>
      [...(['reference', ...backends.keys()] as const)].map((by) => commandLine(name, input.args, by)).join('\n');
    const isLarge = numbersOf(reference.value).length + numbersOf(input.args).length > MOST_WRITTEN;
    const pre = (text: () => string): HTMLElement =>
      isLarge
        ? element('p', {}, 'These values are too many to write here: copy them.')
        : element('pre', { class: 'wraps' }, text());
    this.#redraw([
      element('h3', {}, 'Value'),
      drawnValue(reference.value),
      ...(backends.size === 0 ? [] : this.#compared(backends)),
      ...this.#gradient(reference),
      element('h3', {}, 'Take it along'),
      element(
        'div',
        { class: 'actions' },
        link === null
          ? element('p', { class: 'soft small' }, 'These values are too many for a link: copy them as JSON.')
          : copyButton('Copy link', () => link),
        copyButton('Copy as JSON', json),
        copyButton('Copy as a command', command),
      ),
      this.#details('JSON', element('div', { 'data-compute-json': true }, pre(json))),
      this.#details('Command', pre(command)),
    ]);
  }

  /** A backend may answer while the reader is on a button below: the one that takes its place gets the focus. */
  #redraw(content: readonly HTMLElement[]): void {
    const focused = hasFocus(this.element) ? document.activeElement : null;
    this.element.replaceChildren(...content);
    if (focused === null) return;
    const sameKind = [...this.element.querySelectorAll<HTMLElement>(focused.tagName)];
    sameKind.find(({ textContent }) => textContent === focused.textContent)?.focus();
  }

  #compared(backends: ReadonlyMap<PageBackend, Progress>): HTMLElement[] {
    const agreements = agreementsOf(backends, ({ agreement }) => agreement);
    const gradients = agreementsOf(backends, ({ gradient }) => gradient?.agreement ?? null);
    const mismatches = [...agreements, ...gradients].flatMap(([backend, { mismatch }]) =>
      mismatch === null ? [] : [element('p', { class: 'compute-error' }, `${backend}: ${mismatch}`)],
    );
    return [
      element('h3', {}, 'Beside TensorFlow.js'),
      comparison(backends),
      ...mismatches,
      ...(agreements.size === 0 ? [] : [this.#details('Every number', everyNumber(agreements))]),
      ...(gradients.size === 0 ? [] : [this.#details('Every number of the gradient', everyNumber(gradients))]),
    ];
  }

  #gradient({ gradient }: Computed): HTMLElement[] {
    if (!gradient) return [];
    const drawn =
      gradient.refused === null
        ? drawnValue(gradient.value)
        : element('p', {}, `There is none here: ${gradient.refused}`);
    const of = 'Of the sum of the value’s numbers, each times its weight (1, unless weights are given).';
    return [element('h3', {}, 'Gradient'), element('p', { class: 'soft small' }, of), drawn];
  }

  #details(summary: string, content: HTMLElement): HTMLElement {
    const made = element('details', { open: this.#open.has(summary) }, element('summary', {}, summary), content);
    made.addEventListener('toggle', () => {
      if (made.open) this.#open.add(summary);
      else this.#open.delete(summary);
    });
    return made;
  }
}

function agreementsOf(
  backends: ReadonlyMap<PageBackend, Progress>,
  pick: (computed: Computed) => Agreement | null,
): Map<PageBackend, Agreement> {
  const found = new Map<PageBackend, Agreement>();
  for (const [backend, progress] of backends) {
    const agreement = progress.kind === 'computed' ? pick(progress.computed) : null;
    if (agreement) found.set(backend, agreement);
  }
  return found;
}
