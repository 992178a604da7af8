import { shapeOf } from '../../grader/report/html/shape.ts';
import type { Value } from '../../properties/values/value.ts';
import { shown } from '../../reference/ndarray.ts';
import { element } from '../shared/dom.ts';
import { type Control, choose, controlFor } from './control.ts';
import { nameOfField, type Planned } from './field-plan.ts';
import { absenceWords, parameterWords } from './parameter-words.ts';
import { type Read, readJson, readText } from './read-text.ts';
import { writtenValue } from './written-value.ts';

/** One value that is typed or chosen: its label, what it takes, its error. */
export class Field {
  readonly element: HTMLElement;
  readonly #planned: Planned;
  readonly #control: Control;
  readonly #shape = element('span', { class: 'compute-shape' });
  readonly #error: HTMLElement;

  /** @param id of the control, once in the page */
  constructor(planned: Planned, id: string) {
    const { argument, member, parameter } = planned;
    this.#planned = planned;
    const absence = absenceWords(parameter);
    this.#control = controlFor(parameter, absence, {
      id,
      'aria-describedby': `${id}-kind ${id}-error`,
      spellcheck: 'false',
      autocapitalize: 'none',
      autocomplete: 'off',
    });
    this.#error = element('p', { class: 'compute-error', id: `${id}-error`, hidden: true });
    const kind = element(
      'span',
      { class: 'compute-kind', id: `${id}-kind` },
      [parameterWords(parameter), absence].filter((words) => words !== null).join('; '),
    );
    this.element = element(
      'div',
      { class: this.#control instanceof HTMLTextAreaElement ? 'compute-field wide' : 'compute-field' },
      element('div', { class: 'compute-label' }, element('label', { for: id }, member ?? argument), kind, this.#shape),
      this.#control,
      this.#error,
    );
    this.#control.addEventListener('input', () => this.#typed());
  }

  fill(value: Value): void {
    this.complain(null);
    const isText = this.#planned.parameter.kind === 'string' && typeof value === 'string';
    if (this.#control instanceof HTMLSelectElement) choose(this.#control, value);
    else this.#control.value = isText ? value : writtenValue(value);
    this.#typed();
  }

  read(): Read {
    const { parameter, mayBeEmpty } = this.#planned;
    const [name, text] = [nameOfField(this.#planned), this.#control.value];
    if (!(this.#control instanceof HTMLSelectElement)) return readText(name, parameter, text, mayBeEmpty);
    return text === '' ? { value: undefined } : readJson(name, text);
  }

  /** Says what is wrong with the value; null for nothing. */
  complain(message: string | null): void {
    this.#error.textContent = message ?? '';
    this.#error.hidden = message === null;
    if (message === null) this.#control.removeAttribute('aria-invalid');
    else this.#control.setAttribute('aria-invalid', 'true');
  }

  /** The area grows with what is in it, and the shape of an array is said beside its name. */
  #typed(): void {
    if (!(this.#control instanceof HTMLTextAreaElement)) return;
    const text = this.#control.value;
    this.#control.rows = Math.min(Math.max(text.split('\n', 12).length, 1), 12);
    const read = text.length < 50_000 ? this.read() : { error: '' };
    const shape = 'value' in read && Array.isArray(read.value) ? shapeOf(read.value) : null;
    this.#shape.textContent = shape === null ? '' : `now ${shown(shape)}`;
  }
}
