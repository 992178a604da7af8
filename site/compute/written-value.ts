import { exactJson } from '../../grader/command-line/commands/exact-json.ts';
import { isRecord, type Value } from '../../properties/values/value.ts';

const SHORT_LINE = 60;

/** A value as one types it into a field: JSON, each row of numbers on a line of its own. Nothing where it is absent. */
export function writtenValue(value: Value): string {
  if (value === undefined) return '';
  return typeof value === 'number' ? writtenNumber(value) : lines(value, '');
}

function writtenNumber(x: number): string {
  return Object.is(x, -0) ? '-0' : String(x);
}

function lines(value: Value, indent: string): string {
  if (Array.isArray(value)) {
    const isRow = value.every((item) => typeof item !== 'object' || item === null);
    if (isRow || value.length === 0) return `[${value.map((item) => exactJson(item)).join(', ')}]`;
    // A channel alone or a column reads better along a line.
    if (value.every((item) => Array.isArray(item) && item.length === 1 && typeof item[0] === 'number')) {
      const line = `[${value.map((item) => exactJson(item)).join(', ')}]`;
      if (line.length <= SHORT_LINE) return line;
    }
    const items = value.map((item) => lines(item, `${indent} `));
    return `[${items.join(`,\n${indent} `)}]`;
  }
  if (isRecord(value)) {
    const fields = Object.entries(value).filter(([, item]) => item !== undefined);
    const inner = `${indent}  `;
    const written = fields.map(([key, item]) => {
      const label = `${JSON.stringify(key)}: `;
      return `${label}${lines(item, inner + ' '.repeat(label.length))}`;
    });
    return written.length === 0 ? '{}' : `{ ${written.join(`,\n${inner}`)} }`;
  }
  return exactJson(value);
}
