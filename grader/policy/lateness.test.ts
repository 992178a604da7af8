import { describe, expect, test } from 'vitest';
import type { Policy } from '../assignment/policy.ts';
import { latenessOf } from './lateness.ts';

const BERLIN: Policy = {
  due: '2026-11-20T23:59',
  timeZone: 'Europe/Berlin',
  late: { graceMinutes: 15, perDay: 0.1, most: 0.5 },
};

function at(submittedAt: string, policy: Policy = BERLIN): ReturnType<typeof latenessOf> {
  return latenessOf({ submittedAt }, policy);
}

test('what makes somebody late can be read: seconds, and which of the two hours when the clocks are set back', () => {
  expect(at('2026-11-21T00:14:01')?.reason).toMatch(
    /^handed in 2026-11-21 00:14:01, due 2026-11-20 23:59 and 15 minutes of grace /,
  );
  expect(at('2026-10-25T02:30+01:00', { ...BERLIN, due: '2026-10-25T02:30' })?.reason).toMatch(
    /^handed in 2026-10-25 02:30 \(\+01:00\), due 2026-10-25 02:30 \(\+02:00\) and 15 minutes of grace /,
  );
});

describe('days late', () => {
  test.each<[string, string, number | null]>([
    ['long before', '2026-11-01T00:00', null],
    ['at the deadline', '2026-11-20T23:59', null],
    ['at the end of the grace', '2026-11-21T00:14', null],
    ['a second later', '2026-11-21T00:14:01', 1],
    ['a day after the grace', '2026-11-22T00:14', 1],
    ['a second more', '2026-11-22T00:14:01', 2],
    ['in UTC, still within the grace', '2026-11-20T23:14Z', null],
    ['in UTC, after it', '2026-11-20T23:15Z', 1],
    ['with an offset', '2026-11-21T00:15-05:00', 1],
    ['with a zone', '2026-11-21T08:15+09:00[Asia/Tokyo]', 1],
  ])('%s', (_, submittedAt, days) => {
    expect(at(submittedAt)?.days ?? null).toBe(days);
  });

  test('are counted in hours, so a change of clocks moves nothing', () => {
    const policy = { ...BERLIN, due: '2026-10-24T12:00', late: { graceMinutes: 0, perDay: 0.1, most: 1 } };
    // Clocks go back on 25 October: from noon to 11:00 of the next day it is 24 hours.
    expect(at('2026-10-25T11:00', policy)?.days).toBe(1);
    expect(at('2026-10-25T11:01', policy)?.days).toBe(2);
  });
});

describe('what that costs', () => {
  test('a share a day, up to the most', () => {
    expect(at('2026-11-22T10:00')?.share).toBe(0.2);
    expect(at('2026-12-24T10:00')?.share).toBe(0.5);
  });

  test('as the decimal number that it is', () => {
    expect(at('2026-11-23T10:00')?.share).toBe(0.3);
    const policy = { ...BERLIN, late: { graceMinutes: 0, perDay: 0.07, most: 1 } };
    expect(at('2026-11-29T10:00', policy)?.share).toBe(0.63);
    expect(at('2026-11-22T10:00', { ...policy, late: { ...policy.late, perDay: 1 / 3 } })?.share).toBeCloseTo(
      2 / 3,
      14,
    );
  });

  test('nothing without shares, but it is said', () => {
    const late = at('2026-11-22T10:00', { due: '2026-11-20T23:59', timeZone: 'UTC' });
    expect(late).toMatchObject({ days: 2, share: 0 });
    expect(late?.reason).toBe(
      'handed in 2026-11-22 10:00, due 2026-11-20 23:59 (UTC): 2 days late, nothing is taken off',
    );
  });

  test('is told with both times, in the zone of the assignment', () => {
    expect(at('2026-11-22T09:00Z')).toEqual({
      submittedAt: '2026-11-22T09:00:00Z',
      due: '2026-11-20T22:59:00Z',
      days: 2,
      share: 0.2,
      reason:
        'handed in 2026-11-22 10:00, due 2026-11-20 23:59 and 15 minutes of grace (Europe/Berlin): 2 days late, ' +
        '20\u00a0% of the points are taken off',
    });
  });
});

describe('marked as late by the platform', () => {
  test('without a time it is named, and nothing is taken off', () => {
    expect(latenessOf({ late: true }, BERLIN)).toMatchObject({
      submittedAt: null,
      days: null,
      share: 0,
      reason: 'marked as late where it was handed in, but the time is not known: nothing is taken off',
    });
  });

  test('with a time, the time decides', () => {
    expect(latenessOf({ submittedAt: '2026-11-20T10:00', late: true }, BERLIN)).toBeNull();
  });

  test('without a deadline it is named too', () => {
    expect(latenessOf({ submittedAt: '2026-11-20T10:00Z', late: true }, {})).toMatchObject({
      submittedAt: '2026-11-20T10:00:00Z',
      due: null,
      share: 0,
      reason: 'marked as late where it was handed in, but the assignment has no deadline: nothing is taken off',
    });
  });

  test('nothing known is not late', () => {
    expect(latenessOf({}, BERLIN)).toBeNull();
  });
});
