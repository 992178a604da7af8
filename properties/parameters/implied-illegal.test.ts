import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isRecord, type Value } from '../values/value.ts';
import { impliedIllegal } from './implied-illegal.ts';
import * as is from './parameter.ts';

/** Each implied value of one parameter `x`, by the end of its name: `x: below 0` is `: below 0`, `x[1]: below 1` is `[1]: below 1`. */
function implied(parameter: is.Parameter, legal: Value): Record<string, unknown> {
  const found = Object.entries(impliedIllegal({ x: parameter }, [legal]));
  return Object.fromEntries(found.map(([name, { args }]) => [name.slice(1), args[0]]));
}

const NaN_ = Number.NaN;

/** Every kind with a legal value and, by hand, all that follows from it. */
const KINDS: [string, is.Parameter, Value, Record<string, unknown>][] = [
  ['number', is.number(), 2, { ': a text': '1', ': NaN': NaN_, ': infinite': Infinity }],
  [
    'number that is at least and at most',
    is.number({ least: 1, most: 3 }),
    2,
    { ': a text': '1', ': below 1': 0.5, ': above 3': 3.5, ': NaN': NaN_, ': infinite': Infinity },
  ],
  [
    'number between two bounds that it does not reach',
    is.number({ above: 0, below: 1 }),
    0.5,
    { ': a text': '1', ': not above 0': 0, ': not below 1': 1, ': NaN': NaN_, ': infinite': Infinity },
  ],
  ['number that may be infinite', is.number({ nonFinite: true }), 2, { ': a text': '1' }],
  [
    'probability',
    is.probability(),
    0.5,
    { ': a text': '1', ': below 0': -0.5, ': above 1': 1.5, ': NaN': NaN_, ': infinite': Infinity },
  ],
  [
    'integer',
    is.integer(1, { most: 4, mostTried: 2 }),
    2,
    { ': a text': '1', ': not whole': 1.5, ': below 1': 0, ': above 4': 5, ': NaN': NaN_, ': infinite': Infinity },
  ],
  ['boolean', is.boolean(), true, { ': a number': 1, ': a text': 'true' }],
  ['choice', is.choice(['same', 'valid']), 'same', { ': another word': 'nonsense', ': null': null }],
  ['string', is.string(), 'x1', { ': a number': 1 }],
  [
    'token',
    is.token(),
    'mat',
    { ': a number': 1, ': empty': '', ': with white space': 'two words', ': NaN': 'NaN', ': infinite': '-Infinity' },
  ],
  [
    'pair',
    is.pair(1),
    [2, 3],
    {
      ': one number': 1,
      ': three numbers': [1, 1, 1],
      '[1]: below 1': [1, 0],
      '[0]: not whole': [1.5, 1],
    },
  ],
  [
    'vector',
    is.vector({ element: { least: 0 } }),
    [5, 6],
    {
      ': a number': 1,
      ': one axis more': [[5, 6]],
      ': a text among its numbers': ['1', 6],
      ': empty': [],
      ': an entry below 0': [-0.5, 6],
    },
  ],
  [
    'vector of a mask',
    is.vector({ element: is.ZERO_OR_ONE }),
    [1, 0],
    {
      ': a number': 1,
      ': one axis more': [[1, 0]],
      ': a text among its numbers': ['1', 0],
      ': empty': [],
      ': an entry below 0': [-0.5, 0],
      ': an entry above 1': [1.5, 0],
      ': an entry neither 0 nor 1': [0.5, 0],
    },
  ],
  [
    'vector that may be empty',
    is.vector({ mayBeEmpty: true }),
    [5],
    { ': a number': 1, ': one axis more': [[5]], ': a text among its numbers': ['1'] },
  ],
  [
    'matrix',
    is.matrix(),
    [
      [5, 6],
      [7, 8],
    ],
    {
      ': a number': 1,
      ': one axis more': [
        [
          [5, 6],
          [7, 8],
        ],
      ],
      ': one axis less': [5, 6],
      ': ragged': [
        [5, 6],
        [7, 8],
        [5, 6, 5],
      ],
      ': a text among its numbers': [
        ['1', 6],
        [7, 8],
      ],
      ': empty': [],
      ': rows without entries': [[], []],
    },
  ],
  [
    'sequence',
    is.sequence(),
    [[[5]]],
    {
      ': a number': 1,
      ': one axis more': [[[[5]]]],
      ': one axis less': [[5]],
      ': ragged': [[[5]], [[5], [5]]],
      ': a text among its numbers': [[['1']]],
      ': empty': [],
      ': rows without entries': [[[]]],
    },
  ],
  [
    'images',
    is.images(),
    [[[[5]]]],
    {
      ': a number': 1,
      ': one axis more': [[[[[5]]]]],
      ': one axis less': [[[5]]],
      ': ragged': [[[[5]]], [[[5]], [[5]]]],
      ': a text among its numbers': [[[['1']]]],
      ': empty': [],
      ': rows without entries': [[[[]]]],
    },
  ],
  [
    'tensor',
    is.tensor('Tensor', { element: { below: 1 } }),
    [0.5],
    {
      ': a text': '1',
      ': a text among its numbers': ['1'],
      ': ragged': [[1, 2], [3]],
      ': an entry not below 1': [1],
    },
  ],
  [
    'list',
    is.list(is.boolean()),
    [true],
    { ': a number': 1, ': empty': [], '[0]: a number': [1], '[0]: a text': ['true'] },
  ],
  ['list that may be empty', is.list(is.boolean(), { mayBeEmpty: true }), [], { ': a number': 1 }],
  [
    'record',
    is.record({ s: is.string(), t: is.string({ optional: true }) }),
    { s: 'a' },
    { ': an array': [1], '.s: a number': { s: 1 }, '.s: missing': {}, '.t: a number': { s: 'a', t: 1 } },
  ],
];

describe('what a kind and its range imply', () => {
  test.each(KINDS)('%s', (_, parameter, legal, expected) => {
    // Left out, a number would be NaN in a student's function: what is absent is tried for other kinds alone.
    const absent = ['number', 'integer'].includes(parameter.kind) ? {} : { ': absent': undefined };
    expect(implied(parameter, legal)).toStrictEqual({ ...expected, ...absent });
  });

  test('options', () => {
    const options = is.options({ rate: is.string({ default: 'a' }), gamma: is.string() });
    expect(implied(options, { gamma: 'b' })).toStrictEqual({
      ': an array': [1],
      ': a number': 1,
      ': null': null,
      '.rate: a number': { rate: 1, gamma: 'b' },
      '.gamma: a number': { gamma: 1 },
      '.gamma: missing': {},
      '.nonsense: unknown': { gamma: 'b', nonsense: 1 },
      ': absent': undefined,
    });
  });

  test('options that are absent are made, with the wrong one alone', () => {
    const parameters = { x: is.number(), options: is.options({ rate: is.string({ default: 'a' }) }) };
    const found = impliedIllegal(parameters, [3]);
    expect(found['options.rate: a number']).toEqual({ args: [3, { rate: 1 }], names: 'options.rate' });
    expect(found['options.nonsense: unknown']).toEqual({ args: [3, { nonsense: 1 }], names: 'options.nonsense' });
    expect(Object.keys(found)).not.toContain('options: absent');
  });
});

describe('where it is put', () => {
  const parameters = { x: is.vector(), y: is.string(), rate: is.number({ default: 1 }) };

  test('each by itself: the other arguments stay legal', () => {
    const found = impliedIllegal(parameters, [[5], 'a', 2]);
    expect(found['x: a number']?.args).toEqual([1, 'a', 2]);
    expect(found['y: a number']?.args).toEqual([[5], 1, 2]);
    expect(found['rate: NaN']?.args).toEqual([[5], 'a', NaN_]);
  });

  test('the last that must be given is left out, with all behind it', () => {
    expect(impliedIllegal(parameters, [[5], 'a', 2])['y: absent']).toEqual({ args: [[5]], names: 'y' });
  });

  test('a field of a record in a list is named by its whole path', () => {
    const layers = is.list(is.record({ size: is.pair(1) }));
    const found = impliedIllegal({ layers }, [[{ size: [2, 2] }, { size: [3, 3] }]]);
    expect(found['layers[0].size[1]: below 1']).toEqual({
      args: [[{ size: [1, 0] }, { size: [3, 3] }]],
      names: 'layers[0].size[1]',
    });
  });

  test.each(KINDS)('what the message must name is the path of a %s', (_, parameter, legal) => {
    for (const [name, { names }] of Object.entries(impliedIllegal({ x: parameter }, [legal]))) {
      expect(name.startsWith(`${names}: `)).toBe(true);
      expect(names).toMatch(/^x(\[\d\]|\.[a-z]+)*$/);
    }
  });
});

describe('nothing legal is among it', () => {
  test.each(KINDS)('%s', (_, parameter, legal) => {
    expect(isLegal(parameter, legal)).toBe(true);
    for (const [name, value] of Object.entries(implied(parameter, legal))) {
      expect(isLegal(parameter, value), name).toBe(false);
    }
  });

  test('whatever the bounds are', () => {
    const bound = fc.oneof(fc.constant(undefined), fc.integer({ min: -1000, max: 1000 }));
    const ranges = fc.record({ least: bound, above: bound, most: bound, below: bound }).map(defined);
    fc.assert(
      fc.property(ranges, fc.integer({ min: -9, max: 9 }), fc.nat(9), (range, least, more) => {
        const parameters = [
          is.number(range),
          is.number({ ...range, nonFinite: true }),
          is.vector({ element: range }),
          is.tensor('Tensor', { element: range }),
          is.integer(least, { most: least + more }),
          is.pair(least),
        ];
        for (const parameter of parameters) {
          const arrays = parameter.kind === 'vector' || parameter.kind === 'tensor';
          for (const [name, value] of Object.entries(implied(parameter, arrays ? [5, 6] : 5))) {
            expect(isLegal(parameter, value), `${JSON.stringify(parameter)}${name}`).toBe(false);
          }
        }
      }),
    );
  });
});

function defined({
  least,
  above,
  most,
  below,
}: Record<Exclude<keyof is.Range, 'endsOnly'>, number | undefined>): is.Range {
  return {
    ...(least === undefined ? {} : { least }),
    ...(above === undefined ? {} : { above }),
    ...(most === undefined ? {} : { most }),
    ...(below === undefined ? {} : { below }),
  };
}

/** What the kinds and ranges of parameter.ts say is legal, written a second time. */
function isLegal(parameter: is.Parameter, value: unknown): boolean {
  if (value === undefined) return is.mayBeAbsent(parameter);
  switch (parameter.kind) {
    case 'number':
      return typeof value === 'number' && (parameter.nonFinite || Number.isFinite(value)) && isWithin(parameter, value);
    case 'integer':
      return Number.isInteger(value) && isWithin(parameter, Number(value));
    case 'boolean':
      return typeof value === 'boolean';
    case 'string':
      return typeof value === 'string' && (!parameter.token || isToken(value));
    case 'choice':
      return parameter.words.some((word) => word === value);
    case 'pair':
      return (
        isList(value) && value.length === 2 && value.every((n) => Number.isInteger(n) && Number(n) >= parameter.least)
      );
    case 'tensor': {
      const shape = shapeOf(value);
      return (
        shape !== undefined &&
        (shape.length > 0 || !parameter.noNumber) &&
        elements(value).every((x) => isWithin(parameter.element ?? {}, x))
      );
    }
    case 'list':
      return (
        isList(value) &&
        (value.length > 0 || parameter.mayBeEmpty === true) &&
        value.every((item) => isLegal(parameter.of, item))
      );
    case 'record':
    case 'options': {
      if (!isRecord(value)) return false;
      const isKnown = Object.keys(value).every((name) => name in parameter.fields);
      return isKnown && Object.entries(parameter.fields).every(([name, field]) => isLegal(field, value[name]));
    }
    default: {
      const shape = shapeOf(value);
      const isFull = shape?.every((length) => length > 0) === true || parameter.mayBeEmpty === true;
      return (
        shape?.length === is.RANKS[parameter.kind] &&
        isFull &&
        elements(value).every((x) => isWithin(parameter.element ?? {}, x))
      );
    }
  }
}

function isWithin(
  { least = -Infinity, above = -Infinity, most = Infinity, below = Infinity, endsOnly }: is.Range,
  x: number,
): boolean {
  if (endsOnly) return x === least || x === most;
  return x >= least && x <= most && (x > above || above === -Infinity) && (x < below || below === Infinity);
}

function isToken(text: string): boolean {
  return /^\S+$/.test(text) && !['NaN', 'Infinity', '-Infinity'].includes(text);
}

function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value);
}

/** The lengths of nested arrays of numbers; undefined where they are ragged or hold something else. */
function shapeOf(value: unknown): readonly number[] | undefined {
  if (!isList(value)) return typeof value === 'number' ? [] : undefined;
  const shapes = value.map(shapeOf);
  const [first = []] = shapes;
  const isEven = shapes.every(
    (shape) => shape !== undefined && String(shape) === String(first) && shape.length === first.length,
  );
  return isEven ? [value.length, ...first] : undefined;
}

function elements(value: unknown): number[] {
  return isList(value) ? value.flatMap(elements) : [Number(value)];
}
