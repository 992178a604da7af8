import { isNumeric, shortNumber } from '../../text/numbers.ts';

const LONGEST = 4000;
const DEEPEST = 32;
const LINE = 60;
/** A short list of lists stays on one line, so that a row of pixels reads as a row. */
const SHORT_LIST = 32;

/** A value as nested arrays, short rows on one line each; a very long one is cut, and says so. */
export function nestedText(value: unknown): string {
  const text = nested(value, 0);
  return text.length <= LONGEST
    ? text
    : `${text.slice(0, LONGEST)}\n… (${text.length - LONGEST} more characters left out)`;
}

function nested(value: unknown, depth: number): string {
  if (depth > DEEPEST) return '…';
  if (isNumeric(value)) return typeof value === 'number' ? numberText(value) : value;
  if (Array.isArray(value)) return list(value, depth);
  if (typeof value === 'object' && value !== null) return record(value, depth);
  return JSON.stringify(value) ?? 'undefined';
}

/** Arguments are meant to be copied, so every digit is kept. */
function numberText(value: number): string {
  return Object.is(value, -0) ? '-0' : String(value);
}

function list(items: readonly unknown[], depth: number): string {
  const flat = items.every((item) => typeof item !== 'object' || item === null);
  const texts = items.map((item) => nested(item, depth + 1));
  const line = `[${texts.join(', ')}]`;
  return flat || fits(line, SHORT_LIST) ? line : bracketed('[', texts, ']', depth);
}

function record(value: object, depth: number): string {
  const texts = Object.entries(value).map(([key, item]) => `${keyText(key)}: ${nested(item, depth + 1)}`);
  if (texts.length === 0) return '{}';
  const line = `{ ${texts.join(', ')} }`;
  return fits(line, LINE) ? line : bracketed('{', texts, '}', depth);
}

function fits(line: string, length: number): boolean {
  return line.length <= length && !line.includes('\n');
}

function keyText(key: string): string {
  return /^[A-Za-z_]\w*$/.test(key) ? key : JSON.stringify(key);
}

function bracketed(open: string, texts: readonly string[], close: string, depth: number): string {
  const indent = '  '.repeat(depth + 1);
  return `${open}\n${texts.map((text) => indent + text).join(',\n')}\n${'  '.repeat(depth)}${close}`;
}

/** One leaf in few characters, for the cell of a grid. */
export function leafText(value: unknown): string {
  if (isNumeric(value)) return shortNumber(value);
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? 'undefined');
  return text.length <= 24 ? text : `${text.slice(0, 23)}…`;
}
