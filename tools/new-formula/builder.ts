import type { Type } from '../check/signature.ts';
import { contractType, kindOf, type Sketch, sketchOf } from './sketch.ts';

// What an entry says of a parameter: its kind in `parameters`, and a first way to draw it.

/** `is.vector()`, `is.number({ default: 0.1 })`; options say what is drawn for them. */
export function builderOf({ type, initial, optional }: Sketch, isOption = false): string {
  const more = [
    ...(initial === null ? [] : [`default: ${isLiteral(initial) ? initial : `{ sameAs: '${initial}' }`}`]),
    ...(optional ? ['optional: true'] : []),
    ...(isOption && !DRAWN_BY_KIND.has(kindOf(type ?? NUMBER)) ? [`drawn: ${drawnFor(type, initial)}`] : []),
  ];
  return builder(type ?? NUMBER, more.length === 0 ? '' : `{ ${more.join(', ')} }`);
}

const NUMBER: Type = { kind: 'name', text: 'number' };
const DRAWN_BY_KIND: ReadonlySet<string> = new Set(['boolean', 'choice']);

function isLiteral(initial: string): boolean {
  return /^['[\d-]|^(true|false)$/.test(initial);
}

function drawnFor(type: Type | null, initial: string | null): string {
  return initial !== null && isLiteral(initial) ? `[${initial}]` : arbitraryOf(type ?? NUMBER);
}

function builder(type: Type, more: string): string {
  const kind = kindOf(type);
  const behind = more === '' ? '' : `, ${more}`;
  switch (kind) {
    case 'pair':
      return `is.pair(1${behind})`;
    case 'choice': {
      const words = type.kind === 'union' ? type.members.map(contractType) : [contractType(type)];
      return `is.choice([${words.join(', ')}]${behind})`;
    }
    case 'tensor':
      return `is.tensor(${type.kind === 'union' ? `'${contractType(type)}'` : "'Tensor'"}${behind})`;
    case 'list':
      return `is.list(${type.kind === 'array' ? builder(type.of, '') : ''}${behind})`;
    case 'record': {
      const fields = type.kind === 'record' ? type.fields : [];
      const written = fields.map((field) => `${field.name}: ${builderOf(sketchOf(field, fields))}`);
      return `is.record({ ${written.join(', ')} }${behind})`;
    }
    default:
      return `is.${kind}(${more})`;
  }
}

/** An arbitrary with which the entry loads at once: shapes and values that a formula of any kind may be given. */
export function arbitraryOf(type: Type): string {
  switch (kindOf(type)) {
    case 'number':
      return 'mild';
    case 'boolean':
      return 'fc.boolean()';
    case 'string':
      return "fc.constantFrom('a', 'b')";
    case 'choice':
      return `fc.constantFrom(${(type.kind === 'union' ? type.members : [type]).map((word) => `${contractType(word)} as const`).join(', ')})`;
    case 'pair':
      return 'fc.tuple(size(3), size(3))';
    case 'vector':
    case 'tensor':
      return 'fc.tuple(size(6), numbers()).map(([n, drawn]) => take(drawn).vector(n))';
    case 'matrix':
      return 'fc.tuple(size(4), size(4), numbers()).map(([rows, columns, drawn]) => take(drawn).matrix(rows, columns))';
    case 'sequence':
      return 'fc.tuple(size(3), size(4), size(3), numbers()).map(([batch, time, features, drawn]) => take(drawn).rank3(batch, time, features))';
    case 'images':
    case 'kernel':
      return 'fc.tuple(size(2), size(4), size(4), size(2), numbers()).map(([a, b, c, d, drawn]) => take(drawn).rank4(a, b, c, d))';
    case 'list':
      return type.kind === 'array' ? `fc.array(${arbitraryOf(type.of)}, { minLength: 1, maxLength: 3 })` : '';
    case 'record': {
      const fields = type.kind === 'record' ? type.fields : [];
      return `fc.record({ ${fields.map((field) => `${field.name}: ${arbitraryOf(field.type ?? NUMBER)}`).join(', ')} })`;
    }
  }
}
