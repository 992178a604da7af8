import type fc from 'fast-check';
import type { Images, Kernel, Matrix, Sequence, Tensor, Value, Vector } from '../values/value.ts';

/** Where the numbers of a parameter must lie; without bounds any finite number is legal. */
export interface Range {
  least?: number;
  /** above this, not at it */
  above?: number;
  most?: number;
  /** below this, not at it */
  below?: number;
  /** nothing between `least` and `most`, which are legal: a mask of 0 and 1 */
  endsOnly?: true;
}

/** What may be said of a parameter of any kind. */
interface Common<T> {
  /** the type of its values, for the compiler alone */
  readonly type?: T;
  /** what is taken where it is absent; a parameter without one is always given, unless it is `optional` */
  default?: T | SameAs;
  /** may be absent, and has no value then */
  optional?: true;
  /** beyond the contract: an exercise does not ask for it */
  extended?: true;
  /** what is drawn for it, where it is an option */
  drawn?: readonly T[] | fc.Arbitrary<T>;
}

/** A default that is the value of another option of the same record. */
export interface SameAs {
  sameAs: string;
}

export interface NumberParameter extends Common<number>, Range {
  kind: 'number';
  /** NaN and infinities are legal too, and go through the formula */
  nonFinite?: true;
}

/** A whole number: a count, a size, an index. */
export interface IntegerParameter extends Common<number> {
  kind: 'integer';
  least: number;
  most?: number;
  /** the largest that the suite tries, where the work of a formula grows with it */
  mostTried?: number;
}

export interface BooleanParameter extends Common<boolean> {
  kind: 'boolean';
}

/** One of a few words (or numbers). */
export interface ChoiceParameter<W extends string | number = string | number> extends Common<W> {
  kind: 'choice';
  words: readonly W[];
  /** a record may take the place of a word, beyond the contract: explicit padding */
  orRecord?: RecordParameter;
}

/** A text of its own language: an expression, a token. */
export interface StringParameter extends Common<string> {
  kind: 'string';
  /** a word of a text: not empty, without white space, and none of the words that mean numbers in JSON */
  token?: true;
}

/** Two whole numbers, for height and width. */
export interface PairParameter extends Common<[number, number]> {
  kind: 'pair';
  least: number;
  mostTried?: number;
}

/** The arrays of a known rank, by the names of the contract. */
export const RANKS = { vector: 1, matrix: 2, sequence: 3, images: 4, kernel: 4 } as const;

export interface ArrayParameter<T = Value> extends Common<T> {
  kind: keyof typeof RANKS;
  /** where its numbers must lie */
  element?: Range;
  /** it may have no entries */
  mayBeEmpty?: true;
  /** how the contract writes it, where not by its kind */
  written?: string;
}

/** An array of any rank, down to a number. */
export interface TensorParameter<T = Value> extends Common<T> {
  kind: 'tensor';
  element?: Range;
  mayBeEmpty?: true;
  /** a number alone is not legal */
  noNumber?: true;
  /** the formula says what becomes of NaN and infinities: NaN need not come out again */
  nonFinite?: true;
  /** what the contract asks for: `number`, `Matrix`, `Matrix | Vector` */
  written: string;
}

export interface ListParameter<T = Value> extends Common<T> {
  kind: 'list';
  of: Parameter;
  mayBeEmpty?: true;
}

export interface RecordParameter<T = Value> extends Common<T> {
  kind: 'record';
  fields: Readonly<Record<string, Parameter>>;
  /** what a stub calls its type: `Layer` */
  name?: string | undefined;
}

type OptionsValue = { readonly [name: string]: Value };

/** The last parameter of many formulas: named values, each of which may be absent if it has a default. */
export interface OptionsParameter<F extends Fields = Fields> extends Common<OptionsValue> {
  kind: 'options';
  fields: F;
}

/** What a parameter of a formula is, stated once: its kind, its range, its default. */
export type Parameter =
  | NumberParameter
  | IntegerParameter
  | BooleanParameter
  | ChoiceParameter
  | StringParameter
  | PairParameter
  | ArrayParameter
  | TensorParameter
  | ListParameter
  | RecordParameter
  | OptionsParameter;

export type Fields = Readonly<Record<string, Parameter>>;

export const number = (more: Omit<NumberParameter, 'kind'> = {}): NumberParameter => ({ kind: 'number', ...more });

/** What the entries of a mask are. */
export const ZERO_OR_ONE: Range = { least: 0, most: 1, endsOnly: true };

/** A number from 0 to 1. */
export const probability = (more: Omit<NumberParameter, 'kind'> = {}): NumberParameter =>
  number({ least: 0, most: 1, ...more });

export const integer = (least: number, more: Omit<IntegerParameter, 'kind' | 'least'> = {}): IntegerParameter => ({
  kind: 'integer',
  least,
  ...more,
});

export const boolean = (more: Omit<BooleanParameter, 'kind'> = {}): BooleanParameter => ({ kind: 'boolean', ...more });

export const choice = <const W extends string | number>(
  words: readonly W[],
  more: Omit<ChoiceParameter<W>, 'kind' | 'words'> = {},
): ChoiceParameter<W> => ({ kind: 'choice', words, ...more });

export const string = (more: Omit<StringParameter, 'kind'> = {}): StringParameter => ({ kind: 'string', ...more });

/** A word of a text. */
export const token = (more: Omit<StringParameter, 'kind' | 'token'> = {}): StringParameter =>
  string({ token: true, ...more });

export const pair = (least: number, more: Omit<PairParameter, 'kind' | 'least'> = {}): PairParameter => ({
  kind: 'pair',
  least,
  ...more,
});

type More<P extends { kind: unknown }> = Omit<P, 'kind'>;

export const vector = (more: More<ArrayParameter<Vector>> = {}): ArrayParameter<Vector> => ({
  kind: 'vector',
  ...more,
});
export const matrix = (more: More<ArrayParameter<Matrix>> = {}): ArrayParameter<Matrix> => ({
  kind: 'matrix',
  ...more,
});
export const sequence = (more: More<ArrayParameter<Sequence>> = {}): ArrayParameter<Sequence> => ({
  kind: 'sequence',
  ...more,
});
export const images = (more: More<ArrayParameter<Images>> = {}): ArrayParameter<Images> => ({
  kind: 'images',
  ...more,
});
export const kernel = (more: More<ArrayParameter<Kernel>> = {}): ArrayParameter<Kernel> => ({
  kind: 'kernel',
  ...more,
});

/** An array of any rank; `written` is what the contract asks for in its place. */
export const tensor = (
  written = 'Tensor',
  more: Omit<TensorParameter<Tensor>, 'kind' | 'written'> = {},
): TensorParameter<Tensor> => ({
  kind: 'tensor',
  written,
  ...more,
});

export const list = (of: Parameter, more: Omit<ListParameter, 'kind' | 'of'> = {}): ListParameter => ({
  kind: 'list',
  of,
  ...more,
});

export const record = (fields: Fields, more: Omit<RecordParameter, 'kind' | 'fields'> = {}): RecordParameter => ({
  kind: 'record',
  fields,
  ...more,
});

export const options = <const F extends Fields>(fields: F): OptionsParameter<F> => ({ kind: 'options', fields });

/** The type of a parameter's values. */
export type ValueOf<P> = P extends { readonly type?: infer T } ? T : never;

/** The type of a record of options, each of which may be absent. */
export type OptionsOf<P extends OptionsParameter> = { [K in keyof P['fields']]?: ValueOf<P['fields'][K]> };

/** Whether a parameter may be left out: it has a default, it is optional, or it is a record of options that all may. */
export function mayBeAbsent(parameter: Parameter): boolean {
  if (parameter.kind === 'options') return Object.values(parameter.fields).every(mayBeAbsent);
  return parameter.default !== undefined || parameter.optional === true;
}

/** Whether a default is that of another option. */
export function isSameAs(value: unknown): value is SameAs {
  return typeof value === 'object' && value !== null && 'sameAs' in value;
}
