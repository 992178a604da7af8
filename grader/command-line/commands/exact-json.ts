import { isRecord, type Value } from '../../../properties/values/value.ts';

/**
 * A value as JSON from which the same bits can be read: every number in the fewest digits that determine its double, -0 with
 * its sign (which `JSON.stringify` drops), NaN and the infinities as strings.
 */
export function exactJson(value: Value): string {
  if (typeof value === 'number') return exactNumber(value);
  if (Array.isArray(value)) return `[${value.map(exactJson).join(',')}]`;
  if (isRecord(value)) {
    const fields = Object.entries(value).filter(([, item]) => item !== undefined);
    return `{${fields.map(([key, item]) => `${JSON.stringify(key)}:${exactJson(item)}`).join(',')}}`;
  }
  return JSON.stringify(value ?? null);
}

function exactNumber(x: number): string {
  if (Object.is(x, -0)) return '-0.0';
  return Number.isFinite(x) ? String(x) : `"${x}"`;
}
