import type { Entry } from '../../properties/entry/entry.ts';
import { completed } from '../../properties/parameters/completed.ts';
import { mayBeAbsent, type Parameter } from '../../properties/parameters/parameter.ts';
import { askedOf, writtenOptions } from '../../properties/parameters/signature.ts';
import { isRecord, type Value } from '../../properties/values/value.ts';
import type { Call, Variant } from './probe.ts';

/** A way to call a function that would be right, and what to say if it is. */
export interface Way {
  words: string;
  variant: Variant;
  /** the same with other values: a function that answers both alike reads none of them */
  control?: Variant;
}

type Row = readonly Value[];

/** Arrays whose first axis is not that of the samples. */
const NO_BATCH = /^(?:w|wNext|weights|kernel|bias|logProbabilities)$/;

/** Ways in which the options would be right. */
export function optionWays({ id, parameters }: Entry): Way[] {
  const asked = Object.entries(askedOf(parameters));
  const [, last] = asked.at(-1) ?? [];
  if (last?.kind !== 'options') return [];
  const position = asked.length - 1;
  const written = `${writtenOptions(last)}${mayBeAbsent(last) ? ' = {}' : ''}`;
  const inOrder =
    (change: (value: Value) => Value = (value) => value): Variant =>
    (call, args) => {
      const options = args[position];
      if (!isRecord(options) || Object.keys(options).length === 0) return null;
      const given = Object.keys(last.fields).map((name) => options[name]);
      while (given.at(-1) === undefined && given.length > 0) given.pop();
      return call([...args.slice(0, position), ...given.map(change)]);
    };
  const positional: Way = {
    words: `takes its options one after another; ${id} is called with one record of them as the last argument: write \`${written}\``,
    variant: inOrder(),
    control: inOrder((value) => (value === undefined ? value : value ? Number.NaN : 1)),
  };
  if (!mayBeAbsent(last)) return [positional];
  return [
    positional,
    {
      words: `fails where the options are absent as a whole: the last parameter needs a default, as \`${written}\``,
      variant: (call, args) => (args[position] === undefined ? call([...args.slice(0, position), {}]) : null),
    },
    {
      words: `right where every option is given: some defaults are missing, or others than \`${written}\``,
      variant: (call, args) => call(completed(parameters, args).slice(0, asked.length)),
    },
  ];
}

/** Ways with images and kernels in another layout. */
export function layoutWays({ parameters }: Entry): Way[] {
  const named = Object.entries(askedOf(parameters));
  return channelWays(ofKind(named, 'images'), ofKind(named, 'kernel'));
}

/** Ways with rows and columns, or arguments, exchanged. */
export function orderWays({ parameters }: Entry): Way[] {
  const named = Object.entries(askedOf(parameters));
  const matrices = ofKind(named, 'matrix').map((i) => ({ i, name: named[i]?.[0] ?? '' }));
  const batched = matrices.filter(({ name }) => !NO_BATCH.test(name)).map(({ i }) => i);
  const columns = 'takes the samples as columns; here each row is one sample, in the arguments and in the result';
  return [
    ...matrices.map(({ name, i }) => ({
      words: `reads ${name} with rows and columns exchanged: ${axesOf(name)}`,
      variant: changing([i], transposed),
    })),
    ...(batched.length === 0 ? [] : [{ words: columns, variant: then(changing(batched, transposed), transposed) }]),
    ...exchanged(named),
  ];
}

function ofKind(named: readonly [string, Parameter][], kind: Parameter['kind']): number[] {
  return named.flatMap(([, parameter], i) => (parameter.kind === kind ? [i] : []));
}

function channelWays(images: readonly number[], kernels: readonly number[]): Way[] {
  const words = 'takes images with the channels first; here they come last: [batch, height, width, channel]';
  const kernelWords = 'kernels are [height, width, in, out]';
  const first = changing(images, channelsFirst);
  const both: Variant = (call, args) => first((moved) => call(at(kernels, outFirst)(moved)), args);
  return [
    ...(images.length === 0 ? [] : [{ words, variant: then(first, channelsLast) }]),
    ...(images.length === 0 || kernels.length === 0
      ? []
      : [{ words: `${words}, and ${kernelWords}`, variant: then(both, channelsLast) }]),
    ...(kernels.length === 0
      ? []
      : [
          {
            words: `takes kernels as [out, in, height, width]; here ${kernelWords}`,
            variant: changing(kernels, outFirst),
          },
        ]),
  ];
}

function axesOf(name: string): string {
  return name.startsWith('w') ? `${name}[i][j] leads from i to j` : `${name}[i][j] is entry j of row i`;
}

function at(positions: readonly number[], f: (value: Value) => Value): (args: readonly Value[]) => Value[] {
  return (args) => args.map((value, i) => (positions.includes(i) ? f(value) : value));
}

/** A call with some arguments changed. */
function changing(positions: readonly number[], f: (value: Value) => Value): Variant {
  return (call, args) => call(at(positions, f)(args));
}

/** The result changed. */
function then(variant: Variant, f: (value: Value) => Value): Variant {
  return (call, args) => {
    const got = variant(call, args);
    return got === null || got === undefined ? got : f(got);
  };
}

/** For a function of one sample where a batch is asked for, of one number where it is an array, and the other way round. */
export function sampleWays({ parameters }: Entry): Way[] {
  const named = Object.entries(askedOf(parameters));
  const [first = '', kind] = named[0] ?? [];
  // A tensor of any rank has neither a batch nor single numbers.
  if (kind?.kind === 'tensor' && kind.written === 'Tensor') return [];
  const batch = `takes one sample; ${first} is a batch with a sample in each row: do the same for each row`;
  return [
    { words: batch, variant: eachPart(named, 2, (results) => results) },
    { words: `${batch}, and average`, variant: eachPart(named, 2, mean) },
    {
      words: `takes single numbers; here ${first} is an array: do the same for each element`,
      variant: eachPart(named, 1, (results) => results),
    },
    { words: `takes an array; here ${first} is a single number, and so is the result`, variant: inBrackets },
  ];
}

/** Calls it with each part of the arguments of this rank that have as many parts as the first. */
function eachPart(
  named: readonly [string, Parameter][],
  rank: number,
  together: (results: readonly Value[]) => Value,
): Variant {
  return (call, args) => {
    const [first] = args;
    if (!isArray(first) || first.length === 0 || rankOf(first) < rank) return null;
    const isSplit = args.map(
      (value, i) =>
        isArray(value) && value.length === first.length && rankOf(value) >= rank && !NO_BATCH.test(named[i]?.[0] ?? ''),
    );
    isSplit[0] = true;
    const results = first.map((_, n) => call(args.map((value, i) => (isSplit[i] ? (value as Row)[n] : value))));
    return results.includes(undefined) ? undefined : together(results);
  };
}

function mean(results: readonly Value[]): Value {
  const numbers = results.filter((result) => typeof result === 'number');
  return numbers.length === results.length ? numbers.reduce((sum, x) => sum + x, 0) / numbers.length : undefined;
}

function inBrackets(call: Call, args: readonly Value[]): Value | null {
  const [first, ...rest] = args;
  // A function that takes the number too, as -z does of [z], has another fault.
  if (typeof first !== 'number' || call(args) !== undefined) return null;
  const got = call([[first], ...rest]);
  return isArray(got) && got.length === 1 ? got[0] : undefined;
}

function rankOf(value: Value): number {
  let rank = 0;
  for (let level = value; isArray(level); level = level[0]) rank += 1;
  return rank;
}

/** Two arguments of one kind exchanged. */
function exchanged(named: readonly [string, Parameter][]): Way[] {
  const order = named.map(([name]) => name).join(', ');
  return named.flatMap(([name, { kind }], i) =>
    named.slice(i + 1).flatMap(([other, parameter], k): Way[] => {
      if (kind === 'options' || parameter.kind === 'options') return [];
      const j = i + 1 + k;
      const swapped: Variant = (call, args) =>
        args[i] === undefined || args[j] === undefined
          ? null
          : call(args.map((value, n) => (n === i ? args[j] : n === j ? args[i] : value)));
      return [{ words: `takes ${name} and ${other} in the other order; here it is (${order})`, variant: swapped }];
    }),
  );
}

function isArray(value: Value | undefined): value is Row {
  return Array.isArray(value);
}

function transposed(value: Value): Value {
  if (!isArray(value) || !value.every(isArray)) return value;
  const rows = value as readonly Row[];
  return (rows[0] ?? []).map((_, j) => rows.map((row) => row[j]));
}

/** [batch, height, width, channel] as [batch, channel, height, width] */
function channelsFirst(value: Value): Value {
  if (!isArray(value)) return value;
  return value.map((image) => {
    const rows = image as readonly (readonly Row[])[];
    const channels = rows[0]?.[0] ?? [];
    return channels.map((_, c) => rows.map((row) => row.map((pixel) => pixel[c])));
  });
}

/** [batch, channel, height, width] as [batch, height, width, channel]; undefined if it is of another form. */
function channelsLast(value: Value): Value {
  if (!isArray(value)) return undefined;
  return value.map((image): Value => {
    if (!isArray(image) || !image.every((plane) => isArray(plane) && plane.every(isArray))) return undefined;
    const planes = image as readonly (readonly Row[])[];
    return (planes[0] ?? []).map((row, y) => row.map((_, x) => planes.map((plane) => plane[y]?.[x])));
  });
}

/** [height, width, in, out] as [out, in, height, width] */
function outFirst(value: Value): Value {
  const kernel = value as readonly (readonly (readonly Row[])[])[];
  const inputs = kernel[0]?.[0] ?? [];
  return (inputs[0] ?? []).map((_, o) =>
    inputs.map((_row, i) => kernel.map((line) => line.map((cell) => cell[i]?.[o]))),
  );
}
