import { shownPath } from '../../properties/values/value.ts';
import { element } from '../shared/dom.ts';
import { allowedText, small } from './comparison.ts';
import { SHOWN } from './implementation-names.ts';
import type { Agreement, PageBackend } from './messages.ts';

const MOST_ROWS = 100;

/** A table of every number: the reference's, each backend's, what they differ by and what is allowed. */
export function everyNumber(agreements: ReadonlyMap<PageBackend, Agreement>): HTMLElement {
  const all = Array.from(agreements);
  const rows = all[0]?.[1].differences ?? [];
  const head = ['Where', 'Reference', ...all.flatMap(([backend]) => [SHOWN[backend], 'Difference', 'Allowed'])];
  const body = rows.slice(0, MOST_ROWS).map(({ path, reference }, i) =>
    element(
      'tr',
      {},
      element('th', { scope: 'row' }, path.length === 0 ? 'the value' : shownPath(path).replace(/^\./, '')),
      number(String(reference)),
      ...all.flatMap(([, { differences }]) => {
        const found = differences[i];
        return found ? [number(String(found.got)), number(small(found.difference)), number(allowedText(found))] : [];
      }),
    ),
  );
  return element(
    'div',
    {},
    element(
      'div',
      { class: 'scroll', tabindex: '0', role: 'group', 'aria-label': 'Every number' },
      element(
        'table',
        {},
        element('thead', {}, element('tr', {}, ...head.map((text) => element('th', { scope: 'col' }, text)))),
        element('tbody', {}, ...body),
      ),
    ),
    rows.length > MOST_ROWS
      ? element(
          'p',
          { class: 'soft small' },
          `The first ${MOST_ROWS} of ${rows.length} numbers; the JSON has all of them.`,
        )
      : null,
    element(
      'p',
      { class: 'soft small' },
      `What is allowed, and why: ${[...new Set(all.map(([, { because }]) => because))].join('; ')}.`,
    ),
  );
}

function number(text: string): HTMLElement {
  return element('td', { class: 'num' }, text);
}
