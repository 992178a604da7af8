import { expect, test } from 'vitest';
import { dashedTime, programTime, writtenTime } from './times.ts';

test.each([
  ['Nov 1, 2026 1159 PM', '2026-11-01T23:59:00'],
  ['Nov 1, 2026 1200 AM', '2026-11-01T00:00:00'],
  ['November 1, 2026 11:59 PM', '2026-11-01T23:59:00'],
  ['1 November, 2026 11:59 AM', '2026-11-01T11:59:00'],
  ['Nov 1, 2026 2359', '2026-11-01T23:59:00'],
  ['Nov 31, 2026 1159 PM', undefined],
  ['1. November 2026 um 23:59', undefined],
  ['', undefined],
])('Brightspace: %j is %j', (text, time) => {
  expect(writtenTime(text)).toBe(time);
});

test('Blackboard: dashes, and a day that does not exist gives no time', () => {
  expect(dashedTime('2026-11-01-12-00-09')).toBe('2026-11-01T12:00:09');
  expect(dashedTime('2026-02-30-12-00-00')).toBeUndefined();
});

test.each([
  ['2026-11-01T12:00:00Z', '2026-11-01T12:00:00Z'],
  ['2026-11-01 12:00:00.123456 UTC', '2026-11-01T12:00:00Z'],
  ['2023-09-15 03:26:48.560284000 Z', '2023-09-15T03:26:48Z'],
  ['2026-11-01T12:00:00.5-07:00', '2026-11-01T19:00:00Z'],
  ['2026-11-01 12:00:00 +0200', '2026-11-01T10:00:00Z'],
  ['2026-07-01 12:00:00 America/New_York', '2026-07-01T16:00:00Z'],
  ['2026-07-01 12:00:00 Nowhere/Land', '2026-07-01T12:00:00'],
  ['2026-11-01 12:00:00', '2026-11-01T12:00:00'],
  ['20261101120000000', '2026-11-01T12:00:00Z'],
  ['2026', undefined],
])('a program’s %j is %j', (text, time) => {
  expect(programTime(text)).toBe(time);
});
