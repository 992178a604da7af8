import { expect, test } from 'vitest';
import { fileNameOf, parseCatalogue } from './catalogue.ts';

const MARKDOWN = `# The catalogue
| id | track |
## 4 training (lecture 4)
| id | what it computes | conventions, edges | track |
|---|---|---|---|
| tanh | accurate | for large |x| | RAGPE |
| softmax, logSoftmax | e^x_i / sum | shift | RAGPE |
| softmaxJacobian | diag(p) | | RPE |

## 9 generative (lecture 9, only a title in the notes)
| wassersteinLoss, gradientPenalty | critic loss | RAGP |

## Where the notes are wrong
| lecture 2, loss | one half | RAP |
`;

test('reads every id of every row, with its lecture and track', () => {
  const rows = parseCatalogue(MARKDOWN);
  expect(rows.map(({ id }) => id)).toEqual([
    'tanh',
    'softmax',
    'logSoftmax',
    'softmaxJacobian',
    'wassersteinLoss',
    'gradientPenalty',
  ]);
  expect(rows[0]).toEqual({ id: 'tanh', section: '4 training', lecture: 4, tracks: new Set('RAGPE') });
  expect(rows[5]).toEqual({ id: 'gradientPenalty', section: '9 generative', lecture: 9, tracks: new Set('RAGP') });
});

test.each([
  ['categoricalCrossEntropy', 'categorical-cross-entropy'],
  ['conv2d', 'conv2d'],
  ['globalMaxPool2d', 'global-max-pool2d'],
  ['l1Penalty', 'l1-penalty'],
  ['topK', 'top-k'],
])('%s lies in %s', (id, file) => {
  expect(fileNameOf(id)).toBe(file);
});
