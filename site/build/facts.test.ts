import { beforeAll, expect, test } from 'vitest';
import type { FormulaFacts } from '../pages/facts.ts';
import { loadFacts } from './facts.ts';

// What a reader of the mathematics would stumble over, in every docstring.

let formulas: readonly FormulaFacts[];
beforeAll(async () => {
  formulas = (await loadFacts()).lectures.flatMap((lecture) => lecture.formulas);
});

test('an index that a stride or a dilation multiplies, or an offset moves, counts from 0', () => {
  const wrong = formulas.flatMap(({ entry, documentation: { description } }) =>
    [...description.matchAll(/\\sum_\{(\w)=1\}/g)]
      .map(([, index = '']) => index)
      .filter((index) => new RegExp(`\\b${index} [ds]_|\\+ ${index} - p`).test(description))
      .map((index) => `${entry.id}: ${index}`),
  );
  expect(wrong).toEqual([]);
  const moved = formulas.filter(({ documentation }) => /i s_h \+ u/.test(documentation.description));
  expect(moved.map(({ entry }) => entry.id)).toEqual(['conv2d', 'transposedConv2d']);
  for (const { documentation } of moved) expect(documentation.description).toContain('indices counted from 0');
});

test('the letter of the upstream gradient means nothing else in the formula', () => {
  const wrong = formulas.flatMap(({ entry, documentation: { description }, gradient }) => {
    const [, letter] = /with \$([a-z])\$ the upstream gradient/.exec(gradient ?? '') ?? [];
    if (letter === undefined) return [];
    // The unit roundoff, of which the bounds of errors speak, is u on every page.
    const mathematics = [...description.matchAll(/(\$\$?)([^$]+)\1/g)]
      .map(([, , formula = '']) => formula)
      .filter((formula) => !/\\gamma_k|2\^\{-53\}/.test(formula));
    return mathematics.some((formula) => new RegExp(`(?<![\\\\\\w])${letter}(?![a-zA-Z])`).test(formula))
      ? [`${entry.id}: ${letter}`]
      : [];
  });
  expect(wrong).toEqual([]);
});
