import { shownForm } from '../../properties/values/agreement.ts';
import type { Value } from '../../properties/values/value.ts';
import { confinedWorker } from '../shared/confined-worker.ts';
import { button, element } from '../shared/dom.ts';
import { BUDGET, budgetOf, Calculator } from './calculator.ts';
import type { Progress } from './comparison.ts';
import { Form } from './form.ts';
import { SHOWN } from './implementation-names.ts';
import { fragmentOf, type Linked } from './link.ts';
import {
  type Computed,
  type Description,
  type Implementation,
  type Input,
  PAGE_BACKENDS,
  type PageBackend,
} from './messages.ts';
import { Results } from './results.ts';
// oxlint-disable-next-line import/default -- Vite makes its address the default export.
import worker from './worker.ts?worker&url';

export interface TrialOptions {
  /** the heading that names the formula; null where the page around it does */
  heading: 'h2' | null;
  /** told the fragment of each input that the formula takes */
  changed: (fragment: string) => void;
}

/** Typing pauses this long before anything is computed. */
const PAUSE = 250;
/** What is quicker needs no word of it. */
const PATIENCE = 200;

/** A formula's form with its results: it computes what is typed. */
export class Trial {
  readonly #root: HTMLElement;
  readonly #options: TrialOptions;
  readonly #calculators = new Map<Implementation, Calculator>();
  readonly #results = new Results();
  readonly #status = element('p', { class: 'compute-status', role: 'status' });
  readonly #working: HTMLElement;
  #name = '';
  #form: Form | null = null;
  #chosen = new Set<PageBackend>();
  #pause: ReturnType<typeof setTimeout> | undefined;
  #patience: ReturnType<typeof setTimeout> | undefined;
  /** counts the inputs, so that what comes late is known to be late */
  #turn = 0;

  constructor(root: HTMLElement, options: TrialOptions) {
    this.#root = root;
    this.#options = options;
    const stop = button('Stop', () => this.#stop());
    this.#working = element(
      'p',
      { class: 'compute-working', hidden: true },
      element('span', {}, `At work; what computes for longer than ${BUDGET / 1000} s is stopped.`),
      stop,
    );
  }

  /** The formula that is shown, or is about to be. */
  get name(): string {
    return this.#name;
  }

  get backends(): readonly PageBackend[] {
    return PAGE_BACKENDS.filter((backend) => this.#chosen.has(backend));
  }

  async show({ name, input, backends }: Linked): Promise<void> {
    const turn = ++this.#turn;
    this.#name = name;
    this.#chosen = new Set(backends);
    this.#results.clear();
    this.#busy(true);
    const outcome = await this.#calculator('reference').describe(name);
    if (turn !== this.#turn) return;
    this.#busy(false);
    if (outcome.kind !== 'described') {
      const why = 'message' in outcome ? outcome.message : 'it was stopped';
      this.#root.replaceChildren(
        element('p', { class: 'compute-error', role: 'alert' }, `${name} cannot be shown: ${why}`),
      );
      return;
    }
    this.#draw(outcome.description);
    try {
      this.#form?.fill(input ?? { args: outcome.description.examples[0]?.args ?? [] });
      await this.#compute();
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
      this.#form?.blame(error.message);
      this.#say(error.message);
    }
  }

  #draw(description: Description): void {
    const { heading } = this.#options;
    this.#form = new Form(description, () => this.#changed());
    this.#root.className = 'compute-trial';
    this.#root.replaceChildren(
      ...(heading ? [headingOf(heading, description)] : []),
      element(
        'div',
        { class: 'compute-columns' },
        element('div', { class: 'compute-given' }, this.#form.element, this.#choiceOfBackends(description)),
        element('div', { class: 'compute-found' }, this.#working, this.#status, this.#results.element),
      ),
    );
  }

  #choiceOfBackends({ accelerated }: Description): HTMLElement {
    if (!accelerated)
      return element('p', { class: 'soft small' }, 'It has no version over TensorFlow.js to compare with.');
    const boxes = PAGE_BACKENDS.map((backend) => {
      const box = element('input', { type: 'checkbox', name: backend });
      box.checked = this.#chosen.has(backend);
      box.addEventListener('change', () => {
        if (box.checked) this.#chosen.add(backend);
        else this.#chosen.delete(backend);
        void this.#compute();
      });
      return element('label', {}, box, SHOWN[backend]);
    });
    return element(
      'fieldset',
      { class: 'compute-backends' },
      element('legend', {}, 'Compare with TensorFlow.js on'),
      ...boxes,
    );
  }

  #changed(): void {
    clearTimeout(this.#pause);
    this.#pause = setTimeout(() => void this.#compute(), PAUSE);
  }

  async #compute(): Promise<void> {
    clearTimeout(this.#pause);
    const turn = ++this.#turn;
    const input = this.#form?.read();
    if (!input) return this.#without('The value in one of the fields cannot be read.');
    this.#busy(true);
    const outcome = await this.#calculator('reference').compute(this.#name, 'reference', input, () => undefined);
    if (turn !== this.#turn) return;
    switch (outcome.kind) {
      case 'computed':
        return this.#compare(turn, input, outcome.computed);
      case 'refused':
        this.#form?.blame(outcome.message);
        return this.#without(outcome.message);
      case 'over budget':
        return this.#without(`The reference took longer than ${BUDGET / 1000} s and was stopped: try smaller values.`);
      case 'stopped':
        return this.#without('Stopped.');
      default:
        return this.#without(
          `The reference cannot compute here: ${'message' in outcome ? outcome.message : outcome.kind}`,
        );
    }
  }

  async #compare(turn: number, input: Input, reference: Computed): Promise<void> {
    const fragment = fragmentOf(this.#name, input, this.backends);
    const link = fragment && new URL(fragment, this.#options.heading ? location.href : pageAddress()).href;
    if (fragment) this.#options.changed(fragment);
    const backends = new Map<PageBackend, Progress>(this.backends.map((backend) => [backend, { kind: 'loading' }]));
    const show = (): void => this.#results.show({ name: this.#name, input, reference, backends, link });
    show();
    await Promise.all(
      this.backends.map(async (backend) => {
        const heard = (progress: Progress): void => {
          if (turn !== this.#turn) return;
          backends.set(backend, progress);
          show();
        };
        const began = (): void => heard({ kind: 'working' });
        heard(await this.#calculator(backend).compute(this.#name, backend, input, began));
      }),
    );
    if (turn !== this.#turn) return;
    this.#busy(false);
    this.#say(summary(reference.value, backends));
  }

  /** There is no result, and this is why. */
  #without(why: string): void {
    this.#busy(false);
    this.#results.clear();
    this.#say(why);
  }

  #calculator(implementation: Implementation): Calculator {
    const known = this.#calculators.get(implementation);
    if (known) return known;
    const made = new Calculator(() => confinedWorker(worker), budgetOf(implementation));
    this.#calculators.set(implementation, made);
    return made;
  }

  #stop(): void {
    for (const calculator of this.#calculators.values()) calculator.stop();
  }

  #busy(busy: boolean): void {
    clearTimeout(this.#patience);
    this.#root.toggleAttribute('aria-busy', busy);
    if (!busy) this.#working.hidden = true;
    else this.#patience = setTimeout(() => (this.#working.hidden = false), PATIENCE);
  }

  #say(text: string): void {
    this.#status.textContent = text;
  }
}

function headingOf(level: 'h2', { name, title }: Description): HTMLElement {
  const page = element('a', { class: 'compute-page', href: `formulas/${name}.html` }, 'formula and source');
  return element(level, {}, title, element('code', { class: 'compute-id' }, name), page);
}

/** compute.html, from the page of a formula: the entry is in assets/, whatever the path of the page. */
function pageAddress(): URL {
  return new URL(/* @vite-ignore */ '../compute.html', import.meta.url);
}

/** What a screen reader says when all has come. */
function summary(value: Value, backends: ReadonlyMap<PageBackend, Progress>): string {
  const compared = Array.from(backends, ([backend, progress]) => {
    if (progress.kind !== 'computed') return `${SHOWN[backend]} gave nothing`;
    const { agreement, gradient } = progress.computed;
    const verdicts = [agreement?.agrees, gradient?.agreement?.agrees];
    if (verdicts.includes(false)) return `${SHOWN[backend]} differs`;
    return verdicts.includes(null) ? `${SHOWN[backend]} is shown beside it` : `${SHOWN[backend]} agrees`;
  });
  return ['The value is', [shownForm(value), ...compared].join('; ')].join(' ').concat('.');
}
