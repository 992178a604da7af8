import { expect, test } from 'vitest';
import { checkMath, checkMathIn } from './words-in-math.ts';

test.each([
  [String.raw`l_{best} - e, \quad best`, ['best']],
  [String.raw`\delta^{next}_k + n_{in}`, ['next', 'in']],
  [String.raw`\min_i l_{\text{best}} + D_{\mathrm{KL}} \operatorname{max} x`, []],
  [String.raw`\frac{1}{HW} \sum_c x_{nijc} W_{ho} \max xy`, []],
])('%s has the italic words %j', (latex, words) => {
  expect(checkMath(latex)).toEqual(
    words.map((word) => `'${word}' is set as a product of variables: write \\text{${word}}`),
  );
});

test('only what stands between dollars in comments and Markdown is LaTeX', () => {
  expect(
    checkMathIn('/**\n * the best\n *\n * $$a\n * last$$\n * $n$ in the `$next$` of $b$\n */\nconst best = `$max$`;'),
  ).toEqual([expect.stringContaining("'last'")]);
  expect(checkMathIn('The best of $l$ in `$next$`: $l_{last}$.')).toEqual([expect.stringContaining("'last'")]);
});
