import { magnitude } from '../../grader/text/numbers.ts';
import { shownPath } from '../../properties/values/value.ts';
import { element } from '../shared/dom.ts';
import { budgetOf, type Outcome } from './calculator.ts';
import { SHOWN } from './implementation-names.ts';
import type { Agreement, Computed, Difference, PageBackend } from './messages.ts';

/** Where a backend stands: nothing heard yet, at work, or done. */
export type Progress = { kind: 'loading' } | { kind: 'working' } | Outcome;

/** How the backends compare with the reference, a line for each. */
export function comparison(backends: ReadonlyMap<PageBackend, Progress>): HTMLElement {
  const head = ['Computed by', 'Value', 'Largest difference', 'Allowed there', 'Gradient', 'Time'];
  return element(
    'div',
    { class: 'scroll', tabindex: '0', role: 'group', 'aria-label': 'Comparison with TensorFlow.js' },
    element(
      'table',
      { class: 'compute-comparison' },
      element('thead', {}, element('tr', {}, ...head.map((text) => element('th', { scope: 'col' }, text)))),
      element('tbody', {}, ...Array.from(backends, ([backend, progress]) => line(backend, progress))),
    ),
  );
}

function line(backend: PageBackend, progress: Progress): HTMLElement {
  const computed = progress.kind === 'computed' ? progress.computed : null;
  const name = element(
    'th',
    { scope: 'row' },
    SHOWN[backend],
    element('span', { class: 'compute-by' }, computed?.description ?? `tfjs ${backend}`),
  );
  const { agreement } = computed ?? {};
  if (!computed || !agreement) return element('tr', {}, name, element('td', { colspan: '5' }, said(backend, progress)));
  const { worst } = agreement;
  return element(
    'tr',
    {},
    name,
    element('td', {}, verdict(agreement)),
    element('td', { class: 'num' }, worst ? differenceText(worst) : '–'),
    element('td', { class: 'num' }, worst ? allowedText(worst) : '–'),
    element('td', {}, gradientVerdict(computed)),
    element('td', { class: 'num' }, `${magnitude(computed.milliseconds)} ms`),
  );
}

function said(backend: PageBackend, progress: Progress): string {
  const seconds = `${budgetOf(backend) / 1000} s`;
  switch (progress.kind) {
    case 'loading':
      return 'is being loaded …';
    case 'working':
      return `computes … (stopped after ${seconds})`;
    case 'refused':
    case 'failed':
      return progress.message;
    case 'over budget':
      return `took longer than ${seconds} and was stopped: try smaller values`;
    case 'stopped':
      return 'was stopped';
    default:
      return '';
  }
}

/** Whether two values agree, as a mark and in words. */
function verdict({ agrees }: Agreement): HTMLElement {
  if (agrees === null) return element('span', { class: 'soft' }, 'not judged');
  return element('span', { class: agrees ? 'chip good' : 'chip bad' }, agrees ? '✓ agrees' : '✗ differs');
}

function gradientVerdict({ gradient }: Computed): HTMLElement {
  if (!gradient) return element('span', { class: 'soft' }, 'has none');
  return gradient.agreement ? verdict(gradient.agreement) : element('span', { class: 'soft' }, 'not at these values');
}

function differenceText({ difference, path }: Difference): string {
  const at = path.length > 0 && difference > 0 ? ` at ${shownPath(path).replace(/^\./, '')}` : '';
  return `${small(difference)}${at}`;
}

export function allowedText({ allowed }: Difference): string {
  if (Number.isNaN(allowed)) return 'not known';
  return allowed === Infinity ? 'any' : small(allowed);
}

/** Three digits, with a power of ten where zeros would hide them. */
export function small(x: number): string {
  if (x === 0 || !Number.isFinite(x)) return String(x);
  return x < 1e-3 ? x.toExponential(2) : String(Number(x.toPrecision(3)));
}
