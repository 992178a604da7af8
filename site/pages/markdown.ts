import { type Content, type Html, html } from '../../grader/report/html/escape.ts';
import { codeBlock, scrolling } from './code.ts';
import { latex } from './latex.ts';
import { anchorOf } from './names.ts';

/** A block of the Markdown that this project writes: in docstrings, in instructions and in docs/. */
export type Block =
  | { kind: 'heading'; level: number; text: string }
  | { kind: 'paragraph'; text: string }
  | { kind: 'list'; items: readonly string[] }
  | { kind: 'formula'; text: string }
  | { kind: 'code'; language: string; text: string }
  | { kind: 'table'; head: readonly string[]; rows: readonly (readonly string[])[] };

export interface MarkdownOptions {
  /** where a link leads on the site; null leaves its text alone. By default no link is kept */
  link?: (address: string) => string | null;
  /** how many levels deeper headings are than they are written; default 0 */
  deeper?: number;
}

/** Markdown as HTML; every text in it is escaped. */
export function markdown(text: string, options: MarkdownOptions = {}): Html {
  return html`${blocksOf(text).map((block) => blockHtml(block, options))}`;
}

/** The blocks of a text, in their order. */
export function blocksOf(text: string): Block[] {
  const blocks: Block[] = [];
  const lines = text.split('\n');
  let n = 0;
  const line = (): string => lines[n] ?? '';
  const take = (goesOn: (line: string) => boolean): string[] => {
    const taken: string[] = [];
    while (n < lines.length && goesOn(line())) taken.push(lines[n++] as string);
    return taken;
  };
  while (n < lines.length) {
    const fence = /^```(\S*)/.exec(line());
    const heading = /^(#+) (.*)$/.exec(line());
    if (line().trim() === '') n++;
    else if (fence) {
      n++;
      const code = take((next) => !next.startsWith('```'));
      n++;
      blocks.push({ kind: 'code', language: fence[1] ?? '', text: code.join('\n') });
    } else if (heading) {
      n++;
      blocks.push({ kind: 'heading', level: (heading[1] as string).length, text: heading[2] as string });
    } else if (line().startsWith('|')) {
      const [head, , ...rows] = take((next) => next.startsWith('|')).map(cellsOf);
      blocks.push({ kind: 'table', head: head ?? [], rows });
    } else if (line().startsWith('- ')) {
      const taken = take((next) => next.startsWith('- ') || /^\s+\S/.test(next) || isPlain(next));
      const items = taken.join('\n').split(/^- /m).slice(1);
      blocks.push({ kind: 'list', items: items.map((item) => item.replace(/\s+/g, ' ').trim()) });
    } else if (line().startsWith('$$')) {
      const [, formula = '', after = ''] = /^\$\$([\s\S]*?)\$\$([\s\S]*)$/.exec(lines.slice(n).join('\n')) ?? [];
      n += `$$${formula}$$`.split('\n').length;
      blocks.push({ kind: 'formula', text: formula.trim() });
      const rest = (after.split('\n')[0] as string).trim();
      if (rest !== '') blocks.push({ kind: 'paragraph', text: rest });
    } else {
      const taken = take(isPlain);
      blocks.push({ kind: 'paragraph', text: taken.join(' ').replace(/\s+/g, ' ').trim() });
    }
  }
  return blocks;
}

/** A line that goes on with the paragraph or the item before it, indented or not. */
function isPlain(line: string): boolean {
  return !/^\s*$|^(- |\||#+ |```|\$\$)/.test(line);
}

/** A `|` within a cell is written `\|`. */
function cellsOf(row: string): string[] {
  return row
    .replace(/^\| ?/, '')
    .replace(/ ?\|\s*$/, '')
    .split(/(?<!\\)\|/)
    .map((cell) => cell.replaceAll('\\|', '|').trim());
}

export function blockHtml(block: Block, options: MarkdownOptions = {}): Html {
  switch (block.kind) {
    case 'heading':
      return headingHtml(block.level + (options.deeper ?? 0), inline(block.text, options), anchorOf(block.text));
    case 'paragraph':
      return html`<p>${inline(block.text, options)}</p>
`;
    case 'list':
      return html`<ul>
${block.items.map(
  (item) => html`<li>${inline(item, options)}</li>
`,
)}</ul>
`;
    case 'formula':
      return formulaBlock(block.text);
    case 'code':
      return ['ts', 'js'].includes(block.language)
        ? codeBlock(block.text, 'Code')
        : scrolling(html`<pre><code>${block.text}</code></pre>`, 'Commands');
    case 'table':
      return scrolling(
        html`<table><thead><tr>${block.head.map((cell) => html`<th scope="col">${inline(cell, options)}</th>`)}</tr></thead><tbody>
${block.rows.map(
  (row) => html`<tr>${row.map((cell) => html`<td>${inline(cell, options)}</td>`)}</tr>
`,
)}</tbody></table>`,
        'Table',
      );
  }
}

/** A formula on a line of its own. */
export function formulaBlock(text: string): Html {
  return html`<div class="formula scroll" role="group" aria-label="Formula" tabindex="0">${latex(text, { display: true })}</div>
`;
}

function headingHtml(level: number, content: Content, anchor: string): Html {
  if (level <= 1) return html`<h1>${content}</h1>`;
  if (level === 2) return html`<h2 id="${anchor}">${content}</h2>`;
  return html`<h3 id="${anchor}">${content}</h3>`;
}

const INLINE = /`([^`]+)`|\$\$([^$]+)\$\$|\$([^$]+)\$|\*\*([^*]+)\*\*|!?\[([^\]]+)\]\(([^)\s]+)\)/g;

/** A line of text: code, formulas, bold type and links. */
export function inline(text: string, options: MarkdownOptions = {}): Html {
  const parts: Content[] = [];
  let end = 0;
  for (const match of text.matchAll(INLINE)) {
    parts.push(text.slice(end, match.index));
    end = match.index + match[0].length;
    const [, code, display, formula, bold, linked, address] = match;
    if (code !== undefined) parts.push(html`<code>${code}</code>`);
    else if (display !== undefined) parts.push(formulaSpan(display));
    else if (formula !== undefined) parts.push(formulaSpan(formula));
    else if (bold !== undefined) parts.push(html`<strong>${inline(bold, options)}</strong>`);
    else if (linked !== undefined) {
      const place = options.link?.(address ?? '') ?? null;
      parts.push(place === null ? linked : html`<a href="${place}">${linked}</a>`);
    }
  }
  parts.push(text.slice(end));
  return html`${parts}`;
}

function formulaSpan(text: string): Html {
  return latex(text, { display: false });
}
