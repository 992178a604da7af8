import { expect, test } from 'vitest';
import { learningRateSchedule } from './learning-rate-schedule.ts';

test('a share a little above 1 is refused', () => {
  expect(() => learningRateSchedule(1, { schedule: 'cosine', alpha: 1 + 2 ** -52 })).toThrow(/^options\.alpha: /);
});
