import { describe, expect, test } from 'vitest';
import { completed, completeOptions } from './completed.ts';
import * as is from './parameter.ts';

const options = is.options({
  rate: is.number({ default: 0.5 }),
  size: is.pair(1, { default: [2, 3] }),
  stride: is.pair(1, { default: { sameAs: 'size' } }),
  mask: is.vector({ optional: true }),
});

describe('completeOptions', () => {
  const all = { rate: 0.5, size: [2, 3], stride: [2, 3] };

  test.each<[string, is.OptionsOf<typeof options> | undefined, unknown]>([
    ['absent', undefined, all],
    ['empty', {}, all],
    ['partial', { rate: 0 }, { ...all, rate: 0 }],
    ['complete', { rate: 1, size: [4, 5], stride: [6, 7] }, { rate: 1, size: [4, 5], stride: [6, 7] }],
  ])('gives every option that has a default where the record is %s', (_, chosen, expected) => {
    expect(completeOptions(options, chosen)).toEqual(expected);
  });

  test('takes a default from another option, as it was given or completed', () => {
    expect(completeOptions(options, { size: [4, 5] })).toMatchObject({ size: [4, 5], stride: [4, 5] });
    expect(completeOptions(options, { stride: [1, 1] })).toMatchObject({ size: [2, 3], stride: [1, 1] });
  });

  test('leaves absent what is optional and has no default, and keeps what it does not know', () => {
    expect(Object.keys(completeOptions(options, {}))).not.toContain('mask');
    expect(completeOptions(options, { mask: [1] }).mask).toEqual([1]);
    const further = { rate: 1, nonsense: 2 };
    expect(completeOptions(options, further)).toMatchObject(further);
  });

  test('changes neither the record that it is given nor the parameter', () => {
    const chosen = { rate: 1 };
    completeOptions(options, chosen);
    expect(chosen).toEqual({ rate: 1 });
    expect(completeOptions(options, undefined)).toEqual(all);
  });
});

describe('completed', () => {
  const parameters = {
    x: is.vector(),
    atZero: is.number({ default: 1 }),
    mask: is.vector({ optional: true }),
    options,
  };

  test('fills in the parameters and the options that are absent', () => {
    expect(completed(parameters, [[7]])).toEqual([[7], 1, undefined, { rate: 0.5, size: [2, 3], stride: [2, 3] }]);
  });

  test('keeps what is given, 0 too', () => {
    const args = [[7], 0, [1], { rate: 0, size: [1, 1], stride: [1, 2] }];
    expect(completed(parameters, args)).toEqual(args);
  });
});
