const VOID = new Set(['meta', 'br', 'hr', 'img', 'input', 'link']);
const RAW_TEXT = /<(style|script)\b[^>]*>[\s\S]*?<\/\1>/g;

/** For tests: the first fault in the nesting of a page's tags or the quoting of its attributes; null where none is. */
export function nestingFault(page: string): string | null {
  const open: string[] = [];
  const rest = page.replace(RAW_TEXT, '').replace(/^<!doctype html>/, '');
  for (const [tag, closing, name = '', attributes = ''] of rest.matchAll(/<(\/?)([a-z][a-z0-9]*)([^<>]*)>/gi)) {
    if (closing === '/') {
      const expected = open.pop();
      if (expected !== name) return `${tag} closes ${expected ?? 'nothing'}`;
      continue;
    }
    if (!/^(\s+[a-zA-Z][\w:-]*(="[^"<>]*")?)*\s*\/?$/.test(attributes)) return `${tag} has an unquoted attribute`;
    if (!VOID.has(name) && !attributes.endsWith('/')) open.push(name);
  }
  return open.length === 0 ? null : `never closed: ${open.join(', ')}`;
}
