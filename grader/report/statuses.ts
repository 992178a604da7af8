import type { ExerciseStatus } from '../record/record.ts';

/** From best to worst: the order in which reports count and stack them. */
export const STATUSES: readonly ExerciseStatus[] = [
  'correct',
  'unstable',
  'disputed',
  'wrong',
  'error',
  'timeout',
  'memory',
  'missing',
];

interface StatusText {
  /** distinguishes statuses if colours do not: in print, and for the colour-blind */
  symbol: string;
  meaning: string;
  /** what a function does in place of what it should */
  instead: string;
}

/** How a status is shown to people. */
export const STATUS_TEXT: Readonly<Record<ExerciseStatus, StatusText>> = {
  correct: { symbol: '✓', meaning: 'Right on every input that was tried.', instead: 'is correct' },
  unstable: {
    symbol: '≈',
    meaning:
      'Right on everyday input; on extreme input (very large or very small numbers, exact zeros and ones) it fails.',
    instead: 'is unstable: right on everyday input, not on extreme input',
  },
  disputed: {
    symbol: '?',
    meaning: 'The two oracles disagree with each other here; the instructor decides. Full points until then.',
    instead: 'is disputed: the oracles disagree with each other here',
  },
  wrong: { symbol: '✗', meaning: 'Gives another value than the formula.', instead: 'is wrong' },
  error: { symbol: '!', meaning: 'Throws an error on legal input.', instead: 'throws an error' },
  timeout: { symbol: '∞', meaning: 'Did not finish within the limit.', instead: 'does not finish' },
  memory: { symbol: '▲', meaning: 'Used more memory than the limit allows.', instead: 'takes too much memory' },
  missing: { symbol: '–', meaning: 'Not exported.', instead: 'is not exported' },
};
