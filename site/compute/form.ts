import * as is from '../../properties/parameters/parameter.ts';
import { element } from '../shared/dom.ts';
import { Field } from './field.ts';
import { argumentsOf, blamed, type Group, type Planned, planFields, valuesOfFields } from './field-plan.ts';
import type { Description, Example, Input } from './messages.ts';

const UPSTREAM: Planned = {
  argument: 'upstream',
  member: null,
  parameter: is.tensor('the form of the result', { optional: true }),
  mayBeEmpty: true,
};

let made = 0;

/** The fields of a formula's parameters. */
export class Form {
  readonly element: HTMLFormElement;
  readonly #groups: readonly Group[];
  readonly #fields = new Map<Planned, Field>();
  readonly #upstream: Field | null;
  readonly #error = element('p', { class: 'compute-error', hidden: true });
  readonly #origin = element('p', { class: 'compute-origin' });
  readonly #examples: readonly Example[];
  readonly #choice: HTMLSelectElement;

  /** @param changed called for each change of a value */
  constructor({ parameters, examples, gradientBy }: Description, changed: () => void) {
    const id = `compute-${++made}`;
    this.#groups = planFields(parameters);
    this.#examples = examples;
    this.#choice = element(
      'select',
      { id: `${id}-example` },
      element('option', { value: '' }, 'your own values'),
      ...exampleOptions(examples),
    );
    this.#choice.addEventListener('change', () => {
      const example = examples[Number(this.#choice.value)];
      if (this.#choice.value === '' || !example) return;
      this.fill({ args: example.args });
      changed();
    });
    this.#upstream = gradientBy.length > 0 ? new Field(UPSTREAM, `${id}-upstream`) : null;
    this.element = element(
      'form',
      { class: 'compute-form' },
      element(
        'div',
        { class: 'compute-field' },
        element('div', { class: 'compute-label' }, element('label', { for: `${id}-example` }, 'Filled in from')),
        this.#choice,
        this.#origin,
      ),
      ...this.#groups.map((group, i) => this.#fieldsOf(group, `${id}-${i}`)),
      this.#upstream &&
        element(
          'details',
          {},
          element('summary', {}, 'Weights of the gradient'),
          element(
            'p',
            { class: 'soft small' },
            'The gradient is that of the sum of the result’s numbers, each times its number in upstream; left out, each counts once.',
          ),
          this.#upstream.element,
        ),
      this.#error,
    );
    this.element.addEventListener('submit', (event) => event.preventDefault());
    this.element.addEventListener('input', (event) => {
      if (event.target === this.#choice) return;
      this.#own();
      changed();
    });
  }

  /** Fills the fields. @throws {TypeError} the arguments do not fit the parameters, in one line */
  fill({ args, upstream }: Input): void {
    if (args.length > this.#groups.length) {
      const names = this.#groups.map(({ argument }) => argument).join(', ');
      throw new TypeError(`expected at most ${this.#groups.length} arguments (${names}), got ${args.length}`);
    }
    const values = this.#groups.map((group, i) => valuesOfFields(group, args[i]));
    this.#groups.forEach(({ fields }, i) => {
      fields.forEach((planned, k) => this.#fields.get(planned)?.fill(values[i]?.[k]));
    });
    this.#upstream?.fill(upstream);
    this.#complain(null);
    const index = this.#examples.findIndex((example) => upstream === undefined && example.args === args);
    this.#choice.value = index < 0 ? '' : String(index);
    this.#origin.textContent = this.#examples[index]?.origin ?? '';
  }

  /** The input that the fields hold; null if one of them cannot be read, which it says. */
  read(): Input | null {
    this.#clear();
    const read = argumentsOf(this.#groups, (planned) => this.#fields.get(planned)?.read() ?? { value: undefined });
    if ('error' in read) {
      this.#fields.get(read.field)?.complain(read.error);
      return null;
    }
    const upstream = this.#upstream?.read() ?? { value: undefined };
    if ('error' in upstream) {
      this.#upstream?.complain(upstream.error);
      return null;
    }
    return { args: read.args, ...(upstream.value !== undefined && { upstream: upstream.value }) };
  }

  /** Says what the formula says of its arguments, at the field that it names. */
  blame(message: string): void {
    const planned = blamed(this.#groups, message);
    const field = planned && this.#fields.get(planned);
    if (field) field.complain(message);
    else this.#complain(message);
  }

  #fieldsOf(group: Group, id: string): HTMLElement {
    const fields = group.fields.map((planned, i) => {
      const field = new Field(planned, `${id}-${i}`);
      this.#fields.set(planned, field);
      return field.element;
    });
    const [only] = fields;
    if (group.fields[0]?.member === null && only) return only;
    return element('fieldset', {}, element('legend', {}, group.argument), ...fields);
  }

  #own(): void {
    this.#choice.value = '';
    this.#origin.textContent = '';
  }

  #clear(): void {
    for (const field of this.#fields.values()) field.complain(null);
    this.#upstream?.complain(null);
    this.#complain(null);
  }

  #complain(message: string | null): void {
    this.#error.textContent = message ?? '';
    this.#error.hidden = message === null;
  }
}

function exampleOptions(examples: readonly Example[]): HTMLElement[] {
  const options = (known: boolean): HTMLElement[] =>
    examples.flatMap(({ name, origin }, i) =>
      (origin !== null) === known ? [element('option', { value: String(i) }, name)] : [],
    );
  return [
    element('optgroup', { label: 'Worked examples' }, ...options(true)),
    element('optgroup', { label: 'Edges' }, ...options(false)),
  ];
}
