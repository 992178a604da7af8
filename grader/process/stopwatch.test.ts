import { expect, onTestFinished, test, vi } from 'vitest';
import { stopwatch } from './stopwatch.ts';

test('a clock that is set back makes no duration negative', () => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2025-01-14T00:00:00Z') });
  onTestFinished(() => void vi.useRealTimers());
  const ended = stopwatch();
  vi.setSystemTime(new Date('2024-01-14T00:00:00Z'));
  const { startedAt, durationMs } = ended();
  expect(startedAt).toBe('2025-01-14T00:00:00.000Z');
  expect(durationMs).toBeGreaterThanOrEqual(0);
  expect(durationMs).toBeLessThan(60_000);
});
