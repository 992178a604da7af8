import { isRecord, type Value } from '../../properties/values/value.ts';

const LONGEST_LINE = 76;

/** A value as one would type it: `[[0.5, -Infinity]]`, `{ gamma: 1 }`. Long nested values take a line for each item. */
export function literal(value: Value, indent = ''): string {
  const line = onOneLine(value);
  const nested = Array.isArray(value) ? value.some(isComposite) : isRecord(value);
  if (!nested || indent.length + line.length <= LONGEST_LINE) return line;
  const deeper = `${indent}  `;
  if (Array.isArray(value)) {
    return `[\n${value.map((item) => `${deeper}${literal(item, deeper)},\n`).join('')}${indent}]`;
  }
  const fields = Object.entries(value as Readonly<Record<string, Value>>);
  return `{\n${fields.map(([name, item]) => `${deeper}${key(name)}: ${literal(item, deeper)},\n`).join('')}${indent}}`;
}

/** A call of a function: `softmax([[0, 0]])`. */
export function call(id: string, args: readonly Value[]): string {
  const line = `${id}(${args.map(onOneLine).join(', ')})`;
  if (line.length <= LONGEST_LINE) return line;
  return `${id}(\n${args.map((value) => `  ${literal(value, '  ')},\n`).join('')})`;
}

function onOneLine(value: Value): string {
  if (typeof value === 'string') return JSON.stringify(value);
  if (Object.is(value, -0)) return '-0';
  if (Array.isArray(value)) return `[${value.map(onOneLine).join(', ')}]`;
  // A number in full: NaN and the infinities are no JSON.
  if (!isRecord(value)) return `${value as number | boolean | null | undefined}`;
  const fields = Object.entries(value).map(([name, item]) => `${key(name)}: ${onOneLine(item)}`);
  return fields.length === 0 ? '{}' : `{ ${fields.join(', ')} }`;
}

function key(name: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(name) ? name : JSON.stringify(name);
}

function isComposite(value: Value): boolean {
  return typeof value === 'object' && value !== null;
}
