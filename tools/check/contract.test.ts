import { expect, test } from 'vitest';
import { isSpelledOut, parseContract } from './contract.ts';

const MARKDOWN = `## Values
- \`notARow(x: number): number\` — before the exercises.
### activations and losses
- \`tanh(z: number): number\` — ^ |z| to 1e308, relative. · shifted-sigmoid (2s(z)-1) · reciprocal
- \`softmax(logits: Matrix): Matrix\` — rows. ^ sizes to 1e30. · over-batch · base-two. Unstable: no-maximum, one-maximum-for-all-rows
- \`mse(y: Matrix): number\` — over all. ! shapes differ. · summed
### training and optimizers
- \`adam(state: { t }, gradient: Vector, options as above): { t }\` — t steps. · no-root
`;

test('reads signature, section and misconceptions, without the remarks in parentheses', () => {
  const rows = parseContract(MARKDOWN);
  expect([...rows.keys()]).toEqual(['tanh', 'softmax', 'mse', 'adam']);
  expect(rows.get('tanh')).toMatchObject({
    signature: 'tanh(z: number): number',
    section: 'activations',
    misconceptions: ['shifted-sigmoid', 'reciprocal'],
    relative: true,
    refuses: false,
  });
  expect(rows.get('mse')).toMatchObject({ refuses: true, relative: false });
  expect(rows.get('adam')).toMatchObject({ section: 'training', misconceptions: ['no-root'] });
});

test('keeps unstable misconceptions apart', () => {
  expect(parseContract(MARKDOWN).get('softmax')).toMatchObject({
    misconceptions: ['over-batch', 'base-two', 'no-maximum', 'one-maximum-for-all-rows'],
    unstable: ['no-maximum', 'one-maximum-for-all-rows'],
  });
});

test('a signature that points at the row above is not spelled out', () => {
  expect(isSpelledOut('adam(state: { t }, options as above): { t }')).toBe(false);
  expect(isSpelledOut('tanh(z: number): number')).toBe(true);
});
