/** A type as signatures write it: `Matrix | Vector`, `{ w: Matrix, b: Vector }[]`, `'mean' | 'sum'`. */
export type Type =
  | { kind: 'name'; text: string }
  // An array that is written by a name of the contract says which: `Matrix[]` is a list of matrices, not a `Sequence`.
  | { kind: 'array'; of: Type; written?: string }
  | { kind: 'tuple'; items: Type[] }
  | { kind: 'record'; fields: Part[] }
  | { kind: 'union'; members: Type[] };

/** A parameter, or a field: its type and default where they are written. */
export interface Part {
  name: string;
  optional: boolean;
  type: Type | null;
  initial: string | null;
}

/** A parameter list in which options are a nested list. */
export interface Signature {
  name: string;
  parameters: (Part | { options: Part[] })[];
  result: Type | null;
}

const ALIASES: Readonly<Record<string, number>> = { Vector: 1, Matrix: 2, Sequence: 3, Images: 4, Kernel: 4 };

/**
 * Where a signature departs from the one that the entry's parameters give. What it leaves out, types above all, is not
 * compared: the contract writes `{ theta, m }` for `{ theta: Vector, m: Vector }`.
 */
export function signatureDepartures(written: string, derived: string): string[] {
  const [own, entry] = [parsedSignature(written), parsedSignature(derived)];
  if (typeof own === 'string') return [own];
  if (typeof entry === 'string') return [entry];
  if (own.name !== entry.name) return [`it is the signature of ${own.name}, not of ${entry.name}`];
  const names = (signature: Signature): string =>
    signature.parameters.map((part) => ('options' in part ? '{ … }' : part.name)).join(', ');
  if (names(own) !== names(entry)) return [`the parameters are (${names(own)}), the entry says (${names(entry)})`];
  return [
    ...own.parameters.flatMap((part, i) => {
      const other = entry.parameters[i];
      if (other === undefined) return [];
      if ('options' in part) return 'options' in other ? fieldDepartures(part.options, other.options, 'option ') : [];
      return 'options' in other ? [] : partDepartures(part, other);
    }),
    ...(own.result && entry.result && !sameType(own.result, entry.result)
      ? [`the result is ${shownType(own.result)}, the entry says ${shownType(entry.result)}`]
      : []),
  ];
}

function fieldDepartures(own: readonly Part[], entry: readonly Part[], what = ''): string[] {
  const names = (parts: readonly Part[]): string => parts.map(({ name }) => name).join(', ');
  if (names(own) !== names(entry)) return [`the ${what}names are ${names(own)}, the entry says ${names(entry)}`];
  return own.flatMap((part, i) => {
    const other = entry[i];
    return other === undefined ? [] : partDepartures(part, other);
  });
}

function partDepartures(own: Part, entry: Part): string[] {
  const messages: string[] = [];
  if (normal(own.initial) !== normal(entry.initial)) {
    const shown = (part: Part): string => part.initial ?? 'none';
    messages.push(`the default of ${own.name} is ${shown(own)}, the entry says ${shown(entry)}`);
  }
  if (own.optional !== entry.optional)
    messages.push(`${own.name} is ${own.optional ? '' : 'not '}optional, unlike in the entry`);
  if (own.type && entry.type && !sameType(own.type, entry.type)) {
    messages.push(`${own.name} is ${shownType(own.type)}, the entry says ${shownType(entry.type)}`);
  }
  return messages;
}

/** A default so that 1e-3 and 0.001 are the same. */
function normal(initial: string | null): string | null {
  return initial === null || Number.isNaN(Number(initial)) ? initial : String(Number(initial));
}

function sameType(own: Type, entry: Type): boolean {
  if (own.kind === 'record' && entry.kind === 'record') return fieldDepartures(own.fields, entry.fields).length === 0;
  if (own.kind === 'array' && entry.kind === 'array') return sameType(own.of, entry.of);
  return shownType(own) === shownType(entry);
}

export function shownType(type: Type): string {
  switch (type.kind) {
    case 'name':
      return type.text;
    case 'array':
      return type.of.kind === 'union' ? `(${shownType(type.of)})[]` : `${shownType(type.of)}[]`;
    case 'tuple':
      return `[${type.items.map(shownType).join(', ')}]`;
    case 'union':
      return type.members.map(shownType).join(' | ');
    case 'record':
      return `{ ${type.fields.map(({ name, type: field }) => (field ? `${name}: ${shownType(field)}` : name)).join(', ')} }`;
  }
}

/** A signature, or what cannot be read in it. */
export function parsedSignature(text: string): Signature | string {
  const tokens = text.match(/'[^']*'|[\w$.]+(?:e-?\d+)?(?:-\d+)?|[{}[\]()|:?=,;]/g) ?? [];
  let next = 0;
  const peek = (): string => tokens[next] ?? '';
  const take = (): string => tokens[next++] ?? '';
  const eat = (token: string): boolean => peek() === token && take() === token;
  const listed = <T>(close: string, item: () => T): T[] => {
    const items: T[] = [];
    while (peek() !== close && peek() !== '') {
      items.push(item());
      if (!eat(',') && !eat(';')) break;
    }
    if (!eat(close))
      throw new SyntaxError(`cannot read the signature at '${tokens.slice(next - 1, next + 3).join(' ')}'`);
    return items;
  };
  const primary = (): Type => {
    if (eat('{')) return { kind: 'record', fields: listed('}', part) };
    if (eat('[')) return { kind: 'tuple', items: listed(']', type) };
    if (eat('(')) {
      const inner = type();
      if (!eat(')')) throw new SyntaxError(`cannot read the signature at '${peek()}'`);
      return inner;
    }
    const text = take();
    const rank = ALIASES[text];
    let found: Type = { kind: 'name', text: rank === undefined ? text : 'number' };
    for (let axis = 0; axis < (rank ?? 0); axis += 1) found = { kind: 'array', of: found };
    return found.kind === 'array' ? { ...found, written: text } : found;
  };
  const suffixed = (): Type => {
    let found = primary();
    while (peek() === '[' && tokens[next + 1] === ']') {
      next += 2;
      found = { kind: 'array', of: found };
    }
    return found;
  };
  const type = (): Type => {
    const members = [suffixed()];
    while (eat('|')) members.push(suffixed());
    const [only] = members;
    return members.length === 1 && only !== undefined ? only : { kind: 'union', members };
  };
  const initial = (): string => (eat('[') ? `[${listed(']', take).join(', ')}]` : take());
  const part = (): Part => {
    const name = take();
    const optional = eat('?');
    const own = eat(':') ? type() : null;
    return { name, optional, type: own, initial: eat('=') ? initial() : null };
  };
  try {
    const name = take();
    if (!eat('(')) return `cannot read the signature '${text}'`;
    const parameters = listed(')', () => (eat('{') ? { options: listed('}', part) } : part()));
    return { name, parameters, result: eat(':') ? type() : null };
  } catch (error) {
    if (error instanceof SyntaxError) return error.message;
    throw error;
  }
}
