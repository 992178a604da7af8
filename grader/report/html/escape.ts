import { printable } from '../../text/printable.ts';

/** Markup that is safe to place in a page. Only this module makes it, and nothing read from JSON can pass for it. */
export class Html {
  readonly markup: string;

  constructor(markup: string) {
    this.markup = markup;
  }
}

/** What a template may contain: markup as it is, text and numbers escaped, `null` as nothing, lists item by item. */
export type Content = Html | string | number | null | readonly Content[];

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '`': '&#96;',
};

/** Text made safe between tags and inside quoted attributes; control characters become visible. */
function escaped(text: string): string {
  return printable(text).replace(/[&<>"'`]/g, (character) => ENTITIES[character] ?? '');
}

function rendered(content: Content): string {
  if (content === null) return '';
  if (content instanceof Html) return content.markup;
  if (typeof content === 'string' || typeof content === 'number') return escaped(String(content));
  return content.map(rendered).join('');
}

/** A template whose values are escaped: `` html`<p title="${name}">${name}</p>` ``. Attributes must be quoted. */
export function html(strings: TemplateStringsArray, ...values: readonly Content[]): Html {
  const parts = strings.map((part, n) => (n === 0 ? part : rendered(values[n - 1] ?? null) + part));
  return new Html(parts.join(''));
}

/** Our own markup that is not a template, such as the style sheet. Never for anything that was read. */
export function trusted(markup: string): Html {
  return new Html(markup);
}
