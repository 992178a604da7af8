import { isRecord, type Value } from '../../properties/values/value.ts';

/**
 * A value as JavaScript source that builds it with syntax alone: no name is looked up and no prototype takes part, so
 * nothing that a student patched runs. A computed `["__proto__"]` is an ordinary property.
 *
 * @example literal([1, -0, NaN]) // '[1,-0,0/0]'
 */
export function literal(value: Value): string {
  if (typeof value === 'number') return numberLiteral(value);
  if (typeof value === 'string') return JSON.stringify(value);
  if (value === undefined) return 'void 0';
  if (Array.isArray(value)) return `[${value.map(literal).join(',')}]`;
  if (isRecord(value)) {
    const members = Object.entries(value).map(([key, item]) => `[${JSON.stringify(key)}]:${literal(item)}`);
    return `{${members.join(',')}}`;
  }
  return JSON.stringify(value);
}

function numberLiteral(value: number): string {
  if (Number.isNaN(value)) return '0/0';
  if (value === Infinity) return '1/0';
  if (value === -Infinity) return '-1/0';
  return Object.is(value, -0) ? '-0' : String(value);
}

/** An argument list as text, from which it is built inside the sandbox. */
export interface ArgumentText {
  /** `json` if JSON can hold it, which is read several times faster than a `literal` */
  form: 'json' | 'literal';
  text: string;
}

const known = new WeakMap<readonly Value[], ArgumentText>();

/** An argument list as text. Made once for each list, which must not change: every submission of a class gets the same. */
export function argumentText(args: readonly Value[]): ArgumentText {
  let text = known.get(args);
  if (text === undefined) {
    text = isJson(args) ? { form: 'json', text: json(args) } : { form: 'literal', text: literal(args) };
    known.set(args, text);
  }
  return text;
}

function isJson(value: Value): boolean {
  if (typeof value === 'number') return Number.isFinite(value);
  if (Array.isArray(value)) return value.every(isJson);
  return isRecord(value) ? Object.values(value).every(isJson) : value !== undefined;
}

/** JSON that keeps the sign of zero, which JSON.stringify drops. */
function json(value: Value): string {
  if (Object.is(value, -0)) return '-0';
  if (Array.isArray(value)) return `[${value.map(json).join(',')}]`;
  if (!isRecord(value)) return JSON.stringify(value);
  return `{${Object.entries(value)
    .map(([key, item]) => `${JSON.stringify(key)}:${json(item)}`)
    .join(',')}}`;
}
