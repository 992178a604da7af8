import { expect, test } from 'vitest';
import { parseContract } from './contract.ts';

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

test('spells out a signature that points at the row above', () => {
  const rows = parseContract(`### training
- \`adamUncorrected(state: { m }, { beta = 0.9 }): { m }\` — one step.
- \`adam(state: { t }, options as above): { t }\` — one step.
- \`maxPool2d(x: Images, { window = [2, 2] }): Images\` — windows.
- \`averagePool2d(the same): Images\` — windows.
- \`reduceProd(the same)\` — products.
- \`masking(x: Sequence, weights: as rnn): Sequence\` — steps.
`);
  expect([...rows.values()].map(({ signature }) => signature)).toEqual([
    'adamUncorrected(state: { m }, { beta = 0.9 }): { m }',
    'adam(state: { t }, { beta = 0.9 }): { t }',
    'maxPool2d(x: Images, { window = [2, 2] }): Images',
    'averagePool2d(x: Images, { window = [2, 2] }): Images',
    'reduceProd(x: Images, { window = [2, 2] }): Images',
    'masking(x: Sequence, weights): Sequence',
  ]);
});

test('reads More names, whatever the remarks hold, for functions that have a row', () => {
  const rows = parseContract(`${MARKDOWN}
### More names
Errors that people really make: each with a hint.
- tanh: overflow (unstable), cancellation (unstable: (e^2z - 1), near 0) · mse, tanh: stride-fixed (always 2)
- every optimizer: other-default · softmax: shift-in-one-place; no-maximum with a guard (0, or uniform) · unknown: x
## Class folder
- mse: not-a-name
`);
  expect(rows.get('mse')?.moreNames).toEqual(['stride-fixed']);
  expect(rows.get('tanh')?.moreNames).toEqual(['overflow', 'cancellation', 'stride-fixed']);
  expect(rows.get('softmax')?.moreNames).toEqual(['shift-in-one-place', 'no-maximum']);
  expect(rows.size).toBe(4);
});
