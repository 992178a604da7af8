import { type Part, shownType, type Type } from '../check/signature.ts';

/** What a signature of the contract says of one parameter, as each of the trees writes it. */
export interface Sketch {
  name: string;
  type: Type | null;
  /** its default as code, which may be the name of another option */
  initial: string | null;
  optional: boolean;
  /** it stands for a whole array, so that accelerated/ uploads it */
  isArray: boolean;
}

/** A parameter list in which options are the last. */
export interface Sketched {
  parameters: readonly Sketch[];
  /** null where there are none */
  options: readonly Sketch[] | null;
  result: Type | null;
}

export function sketchOf({ name, type, initial, optional }: Part, siblings: readonly Part[]): Sketch {
  const known = type ?? typeOfDefault(initial, siblings);
  return { name, type: known, initial, optional, isArray: known !== null && ARRAYS.has(kindOf(known)) };
}

/** What may be left out: it has a default or is optional. */
export function mayBeLeftOut({ initial, optional }: Sketch): boolean {
  return initial !== null || optional;
}

const NUMBER: Type = { kind: 'name', text: 'number' };

/** The type that a default shows; that of another option where it is its name. */
function typeOfDefault(initial: string | null, siblings: readonly Part[]): Type | null {
  if (initial === null) return null;
  if (initial === 'true' || initial === 'false') return { kind: 'name', text: 'boolean' };
  if (initial.startsWith('[')) return { kind: 'tuple', items: [NUMBER, NUMBER] };
  if (initial.startsWith("'")) return { kind: 'name', text: initial };
  if (!Number.isNaN(Number(initial))) return NUMBER;
  const other = siblings.find(({ name }) => name === initial);
  return other ? (other.type ?? typeOfDefault(other.initial, siblings)) : null;
}

export type SketchKind =
  | 'number'
  | 'boolean'
  | 'string'
  | 'choice'
  | 'pair'
  | 'vector'
  | 'matrix'
  | 'sequence'
  | 'images'
  | 'kernel'
  | 'tensor'
  | 'record'
  | 'list';

const ARRAYS: ReadonlySet<SketchKind> = new Set(['vector', 'matrix', 'sequence', 'images', 'kernel', 'tensor']);

const NAMED: Readonly<Record<string, SketchKind>> = {
  Vector: 'vector',
  Matrix: 'matrix',
  Sequence: 'sequence',
  Images: 'images',
  Kernel: 'kernel',
};

/** The kind of parameter in properties/parameters/ that a type is. */
export function kindOf(type: Type): SketchKind {
  switch (type.kind) {
    case 'tuple':
      return 'pair';
    case 'record':
      return 'record';
    case 'array':
      return NAMED[type.written ?? ''] ?? (shownType(type) === 'number[]' ? 'vector' : 'list');
    case 'union':
      return type.members.every(isWord) ? 'choice' : 'tensor';
    case 'name':
      if (type.text === 'Tensor') return 'tensor';
      if (type.text === 'boolean' || type.text === 'string') return type.text;
      return isWord(type) ? 'choice' : 'number';
  }
}

function isWord(type: Type): boolean {
  return type.kind === 'name' && (type.text.startsWith("'") || /^\d/.test(type.text));
}

/** The type in the words of the contract: `Vector`, `{ w: Matrix, b: Vector }[]`. */
export function contractType(type: Type | null): string {
  if (type === null) return 'number';
  switch (type.kind) {
    case 'array':
      if (type.written !== undefined) return type.written;
      return type.of.kind === 'union' ? `(${contractType(type.of)})[]` : `${contractType(type.of)}[]`;
    case 'union':
      return type.members.map(contractType).join(' | ');
    case 'record':
      return `{ ${type.fields.map(({ name, optional, type: of }) => `${name}${optional ? '?' : ''}: ${contractType(of)}`).join('; ')} }`;
    default:
      return kindOf(type) === 'number' ? 'number' : shownType(type);
  }
}

/** The type in reference/ and accelerated/, where arrays are ndarrays. */
export function internalType(type: Type | null): string {
  if (type === null) return 'number';
  switch (kindOf(type)) {
    case 'tensor':
      return 'Elements';
    case 'list':
      return type.kind === 'array' ? listType(internalType(type.of)) : 'never';
    case 'record':
      return type.kind === 'record'
        ? `{ ${type.fields.map(({ name, optional, type: of }) => `${name}${optional ? '?' : ''}: ${internalType(of)}`).join('; ')} }`
        : 'never';
    case 'number':
    case 'boolean':
    case 'string':
    case 'choice':
    case 'pair':
      return contractType(type);
    default:
      return 'NdArray';
  }
}

function listType(of: string): string {
  return /^readonly |\|/.test(of) ? `readonly (${of})[]` : `readonly ${of}[]`;
}
