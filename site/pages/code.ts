import { classHighlighter, highlightCode } from '@lezer/highlight';
import { parser } from '@lezer/javascript';
import { type Content, type Html, html } from '../../grader/report/html/escape.ts';

const typescript = parser.configure({ dialect: 'ts' });

/** The classes that the style sheet gives a colour; the others would only make pages longer. */
const COLOURED = new Set(
  ['keyword', 'bool', 'null', 'string', 'string2', 'number', 'comment', 'typeName', 'className', 'definition'].map(
    (token) => `tok-${token}`,
  ),
);

/** TypeScript with its tokens in spans, by the classes that the editor uses too. */
export function highlighted(code: string): Html {
  const parts: Content[] = [];
  highlightCode(
    code,
    typescript.parse(code),
    classHighlighter,
    (text, classes) => {
      const coloured = classes.split(' ').filter((name) => COLOURED.has(name));
      parts.push(coloured.length === 0 ? text : html`<span class="${coloured.join(' ')}">${text}</span>`);
    },
    () => parts.push('\n'),
  );
  return html`${parts}`;
}

/** A block of code that scrolls on its own; `label` says to a screen reader what it is. */
export function codeBlock(code: string, label: string): Html {
  return scrolling(html`<pre><code>${highlighted(code)}</code></pre>`, label);
}

/** What may be wider than the page, in a group that the keyboard can reach and scroll. */
export function scrolling(content: Html, label: string): Html {
  return html`<div class="scroll" role="group" aria-label="${label}" tabindex="0">${content}</div>`;
}
