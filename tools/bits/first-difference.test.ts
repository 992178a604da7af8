import { describe, expect, test } from 'vitest';
import { firstDifference } from './first-difference.ts';

interface Planted {
  expected?: unknown;
  hint?: string;
  extra?: Record<string, unknown>;
  startedAt?: string;
}

function record(
  submission: string,
  { expected = [0.25, 1e-9], hint = 'Divide.', extra, startedAt = '2026' }: Planted = {},
): string {
  return JSON.stringify({
    submission,
    exercises: [
      { name: 'relu', status: 'correct', checks: [], counterexample: null },
      { name: 'adam', hint, checks: [{ name: 'a law', passed: true }], counterexample: { expected }, ...extra },
    ],
    startedAt,
    durationMs: startedAt.length,
  });
}

const difference = (first: string[], second: string[]) => firstDifference(first, second, 'submission');
const CLASS = [record('ada'), record('ben'), record('cy')];

describe('the same records', () => {
  test('are the same whenever they were made, and however long that took', () => {
    expect(
      difference(
        CLASS,
        ['ada', 'ben', 'cy'].map((name) => record(name, { startedAt: '2027-01-01T' })),
      ),
    ).toBeNull();
  });

  test('differ where only the text does: in the order of the fields, or in how a number is written', () => {
    const other = [
      record('ada').replace(
        '"hint":"Divide.","checks":[{"name":"a law","passed":true}]',
        '"checks":[{"name":"a law","passed":true}],"hint":"Divide."',
      ),
    ];
    expect(difference([record('ada')], other)?.place).toBe('ada: text');
    const spelt = difference([record('ada')], [record('ada').replace('1e-9', '0.000000001')]);
    expect(spelt?.place).toBe('ada: text');
    expect(spelt?.values[0]).toContain('0.25,1e-9');
    expect(spelt?.values[1]).toContain('0.25,0.000000001');
  });
});

describe('a difference is named with its path', () => {
  const planted = (change: Planted) => difference(CLASS, [record('ada'), record('ben', change), record('cy')]);

  test('one digit of one number', () => {
    expect(planted({ expected: [0.25, 1.0000000000000003e-9] })).toEqual({
      place: 'ben: exercises[adam].counterexample.expected[1]',
      values: ['1e-9', '1.0000000000000003e-9'],
    });
  });

  test('a number that became a word, or null', () => {
    expect(planted({ expected: 'NaN' })?.values).toEqual(['[0.25,1e-9]', '"NaN"']);
    expect(planted({ expected: null })?.values).toEqual(['[0.25,1e-9]', 'null']);
  });

  test('a longer list', () => {
    expect(planted({ expected: [0.25, 1e-9, 3] })).toEqual({
      place: 'ben: exercises[adam].counterexample.expected.length',
      values: ['2', '3'],
    });
  });

  test('a check that fails, by its name', () => {
    const failing = { checks: [{ name: 'a law', passed: false }] };
    expect(planted({ extra: failing })).toEqual({
      place: 'ben: exercises[adam].checks[a law].passed',
      values: ['true', 'false'],
    });
  });

  test('a field that only one of them has', () => {
    expect(planted({ extra: { note: 1 } })).toEqual({ place: 'ben: exercises[adam].note', values: ['missing', '1'] });
  });

  test('a long text, from a little before the place where it differs', () => {
    const long = (end: string) => record('ada', { hint: `${'so '.repeat(100)}${end}` });
    expect(difference([long('divide by N')], [long('multiply')])).toEqual({
      place: 'ada: exercises[adam].hint',
      values: ['…o so so so so so so divide by N"', '…o so so so so so so multiply"'],
    });
  });

  test('the first of several', () => {
    const all = CLASS.map((line) => line.replaceAll('0.25', '0.5'));
    expect(difference(CLASS, all)?.place).toBe('ada: exercises[adam].counterexample.expected[0]');
  });
});

describe('records that do not pair up', () => {
  test('one is missing, or there is one too many', () => {
    expect(difference(CLASS, CLASS.slice(0, 2))).toEqual({ place: 'cy', values: ['there', 'missing'] });
    expect(difference(CLASS.slice(1), CLASS)).toEqual({ place: 'ada', values: ['missing', 'there'] });
  });

  test('another order', () => {
    expect(difference(CLASS, [record('ada'), record('cy'), record('ben')])).toEqual({
      place: 'line 2',
      values: ['ben', 'cy'],
    });
  });

  test('one is there twice', () => {
    expect(difference(CLASS, [...CLASS, record('cy')])).toEqual({ place: 'line 4', values: ['missing', 'cy'] });
  });
});
