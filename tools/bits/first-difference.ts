import { isRecord } from '../../properties/values/value.ts';

/** Where two lists of JSON lines differ first, and what each of them has there. */
export interface Difference {
  /** `ada: exercises[adam].counterexample.expected[2]` */
  place: string;
  values: readonly [string, string];
}

interface Line {
  name: string;
  text: string;
}

/** The only fields of a record that may differ between two runs, at its end. */
const TIMES = /,"startedAt":"[^"]*","durationMs":[^,}]+\}$/;
const THERE = 'there';
const MISSING = 'missing';
/** Characters that are shown before and after the place where two texts differ. */
const BEFORE = 20;
const AFTER = 60;

/**
 * Compares two lists of JSON lines byte by byte, except for the times of a record. The field `key` names a line: the
 * id of the submission, for records.
 */
export function firstDifference(first: readonly string[], second: readonly string[], key: string): Difference | null {
  const [lines, others] = [linesOf(first, key), linesOf(second, key)];
  return unpaired(lines, others) ?? differentLine(lines, others);
}

function linesOf(lines: readonly string[], key: string): Line[] {
  return lines.map((line) => ({ name: nameOf(JSON.parse(line), key), text: line.replace(TIMES, '}') }));
}

function nameOf(record: unknown, key: string): string {
  const name = isRecord(record) ? record[key] : undefined;
  if (typeof name !== 'string') throw new TypeError(`a line of JSON has no ${key}`);
  return name;
}

/** A line that only one of the lists has, or that is in another place. */
function unpaired(first: readonly Line[], second: readonly Line[]): Difference | null {
  const [names, others] = [new Set(first.map(({ name }) => name)), new Set(second.map(({ name }) => name))];
  for (const name of names) if (!others.has(name)) return { place: name, values: [THERE, MISSING] };
  for (const name of others) if (!names.has(name)) return { place: name, values: [MISSING, THERE] };
  for (let i = 0; i < Math.max(first.length, second.length); i++) {
    const values = [first[i]?.name ?? MISSING, second[i]?.name ?? MISSING] as const;
    if (values[0] !== values[1]) return { place: `line ${i + 1}`, values };
  }
  return null;
}

function differentLine(first: readonly Line[], second: readonly Line[]): Difference | null {
  for (const [i, { name, text }] of first.entries()) {
    const other = second[i]?.text ?? '';
    if (text === other) continue;
    const { place, values } = differentField(JSON.parse(text), JSON.parse(other)) ?? {
      // The same values in another form: the fields in another order, or a number written in another way.
      place: 'text',
      values: excerpts(text, other),
    };
    return { place: `${name}: ${place.replace(/^\./, '')}`, values };
  }
  return null;
}

function differentField(first: unknown, second: unknown, path = ''): Difference | null {
  if (Array.isArray(first) && Array.isArray(second)) {
    for (let i = 0; i < Math.min(first.length, second.length); i++) {
      const found = differentField(first[i], second[i], `${path}[${stepTo(first[i], i)}]`);
      if (found !== null) return found;
    }
    const values = [String(first.length), String(second.length)] as const;
    return first.length === second.length ? null : { place: `${path}.length`, values };
  }
  if (isRecord(first) && isRecord(second)) {
    for (const field of new Set([...Object.keys(first), ...Object.keys(second)])) {
      const found = differentField(first[field], second[field], `${path}.${field}`);
      if (found !== null) return found;
    }
    return null;
  }
  const [text, other] = [JSON.stringify(first) ?? MISSING, JSON.stringify(second) ?? MISSING];
  return text === other ? null : { place: path, values: excerpts(text, other) };
}

/** The name of an exercise or a check in a list, the index of anything else. */
function stepTo(item: unknown, index: number): string {
  return isRecord(item) && typeof item['name'] === 'string' ? item['name'] : String(index);
}

/** Both texts around the first character that differs. */
function excerpts(first: string, second: string): readonly [string, string] {
  let at = 0;
  while (at < first.length && first[at] === second[at]) at++;
  const from = at > 2 * BEFORE ? at - BEFORE : 0;
  const excerpt = (text: string): string =>
    `${from > 0 ? '…' : ''}${text.slice(from, at + AFTER)}${at + AFTER < text.length ? '…' : ''}`;
  return [excerpt(first), excerpt(second)];
}
