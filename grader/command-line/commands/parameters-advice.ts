import type { SourceFile } from '../../class/submission.ts';

/** Longer destructured parameters are not looked at: it must not take long on any text. */
const LONGEST = 4000;
/** Types as they follow the colon in a signature; in braces they would be names of variables. */
const TYPES = /^(?:number|string|boolean|any|unknown|Vector|Matrix|Images|Kernel|Sequence)$/;
const CLOSERS: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}', '<': '>' };

/** Where a function is defined, as far as a look at the text can tell. */
interface Definition {
  /** `ada.ts:12` */
  line: string;
  /** the text of each parameter */
  parameters: string[];
}

/** The definition of the function `name`, or null. The text is looked at, never parsed: it may be hostile. */
function definitionOf(files: readonly SourceFile[], name: string): Definition | null {
  const escaped = name.replace(/\W/g, '\\$&');
  const before = `(?:function\\s*\\*?\\s*${escaped}|\\b${escaped}\\s*(?::[^=\\n]{0,200})?=\\s*(?:async\\s*)?(?:function\\b)?)`;
  for (const { path, code } of files) {
    const found = new RegExp(`${before}\\s*(?:<[^>\\n]{0,100}>\\s*)?\\(`).exec(code);
    if (found === null) continue;
    const start = found.index + found[0].length;
    const line = code.slice(0, found.index).split('\n').length;
    return { line: `${path}:${line}`, parameters: splitParameters(code.slice(start, start + LONGEST)) };
  }
  return null;
}

/** What to change in parameters that are a literal copy of a signature's options, in one sentence, or null. */
export function parametersAdvice(files: readonly SourceFile[], name: string): string | null {
  const definition = definitionOf(files, name);
  const last = definition?.parameters.at(-1) ?? '';
  if (definition === null || !last.startsWith('{')) return null;
  const end = endOf(last, 0);
  const options = splitParameters(`${last.slice(1, end)})`);
  const typed = options.find((option) => TYPES.test(/^[\w$]+\s*:\s*([\w$]+)/.exec(option)?.[1] ?? ''));
  if (typed !== undefined) {
    const [, key = '', type = '', rest = ''] = /^([\w$]+)\s*:\s*([\w$]+)\s*(.*)$/s.exec(typed) ?? [];
    return `${definition.line}: \`${typed}\` puts the option ${key} into a variable named ${type}: write \`${[key, rest].filter(Boolean).join(' ')}\`, and types after the brace (\`{ ${key} }: { ${key}?: ${type} } = {}\`)`;
  }
  return null;
}

/** The parts between commas up to the bracket that closes what is around them. */
function splitParameters(text: string): string[] {
  const parts: string[] = [];
  let start = 0;
  let position = 0;
  for (; position < text.length; position += 1) {
    const character = text.charAt(position);
    if (character === ')') break;
    if (character === ',') {
      parts.push(text.slice(start, position).trim());
      start = position + 1;
    } else if (isOpener(text, position)) position = endOf(text, position);
  }
  parts.push(text.slice(start, position).trim());
  return parts.filter((part) => part !== '');
}

/** The bracket or quote that closes the one at `start`; the end of the text if there is none. */
function endOf(text: string, start: number): number {
  const open: string[] = [];
  for (let position = start; position < text.length; position += 1) {
    const character = text.charAt(position);
    if (open.at(-1) === character) open.pop();
    else if (!/['"`]/.test(open.at(-1) ?? '') && isOpener(text, position)) open.push(CLOSERS[character] ?? character);
    if (open.length === 0) return position;
  }
  return text.length;
}

function isOpener(text: string, position: number): boolean {
  const character = text.charAt(position);
  return Object.hasOwn(CLOSERS, character) || /['"`]/.test(character);
}
