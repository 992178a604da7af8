import { printableLine } from './printable.ts';

/** Text that Markdown shows as it is: no markup, no HTML, no link by itself. */
export function markdownText(text: string): string {
  return printableLine(text)
    .replace(/[\\`*_[\]<>&|~#$@]/g, '\\$&')
    .replace(/:\/\//g, '\\://')
    .replace(/www\./gi, (found) => `${found.slice(0, 3)}\\.`);
}

/** Text as code, even if it holds backticks. */
export function markdownCode(text: string): string {
  const line = printableLine(text);
  const longest = Math.max(0, ...Array.from(line.matchAll(/`+/g), (run) => run[0].length));
  const fence = '`'.repeat(longest + 1);
  const space = line === '' || line.startsWith('`') || line.endsWith('`') ? ' ' : '';
  return `${fence}${space}${line}${space}${fence}`;
}
