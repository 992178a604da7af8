import { isRecord, type Value } from '../../properties/value.ts';

/**
 * A value as JavaScript source that builds it with syntax alone: no name is looked up and no prototype takes part, so
 * nothing that a student patched is run. A computed `["__proto__"]` is an ordinary property.
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
