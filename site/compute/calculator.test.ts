import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { BUDGET, Calculator } from './calculator.ts';
import type { Computed, Question, Told } from './messages.ts';

const COMPUTED: Computed = { description: 'it', value: 1, agreement: null, gradient: null, milliseconds: 0 };

/** A worker that does what the test makes it do. */
class FakeWorker {
  readonly asked: Question[] = [];
  onmessage: ((event: { data: Told }) => void) | null = null;
  onerror: ((event: { message: string; preventDefault: () => void }) => void) | null = null;
  isEnded = false;

  postMessage(question: Question): void {
    this.asked.push(question);
  }

  terminate(): void {
    this.isEnded = true;
  }

  /** Says that the last question is at work, or what came of it. */
  tell(kind: 'began' | 'computed'): void {
    const id = this.asked.at(-1)?.id ?? 0;
    this.onmessage?.({ data: kind === 'began' ? { id, kind } : { id, kind, computed: COMPUTED } });
  }
}

const workers: FakeWorker[] = [];
let calculator: Calculator;

function worker(): FakeWorker {
  const last = workers.at(-1);
  if (!last) throw new Error('no worker was started');
  return last;
}

function compute(value: number): Promise<{ kind: string }> {
  return calculator.compute('softmax', 'reference', { args: [value] }, () => undefined);
}

beforeEach(() => {
  vi.useFakeTimers();
  workers.length = 0;
  calculator = new Calculator(() => {
    workers.push(new FakeWorker());
    return worker() as unknown as Worker;
  });
});

afterEach(() => {
  vi.useRealTimers();
});

test('what takes longer than the budget is ended with its worker, and the next question starts another', async () => {
  const first = compute(1);
  worker().tell('began');
  vi.advanceTimersByTime(BUDGET - 1);
  expect(worker().isEnded).toBe(false);
  vi.advanceTimersByTime(1);
  expect(await first).toEqual({ kind: 'over budget' });
  expect(worker().isEnded).toBe(true);
  const second = compute(2);
  worker().tell('computed');
  expect(await second).toMatchObject({ kind: 'computed' });
  expect(workers).toHaveLength(2);
});

test('loading does not count', async () => {
  const outcome = compute(1);
  vi.advanceTimersByTime(10 * BUDGET);
  worker().tell('began');
  worker().tell('computed');
  vi.advanceTimersByTime(10 * BUDGET);
  expect(await outcome).toMatchObject({ kind: 'computed' });
  expect(worker().isEnded).toBe(false);
});

test('of the questions that wait only the last is asked', async () => {
  const outcomes = [compute(1), compute(2), compute(3)];
  worker().tell('began');
  expect(worker().asked).toHaveLength(1);
  worker().tell('computed');
  worker().tell('computed');
  expect((await Promise.all(outcomes)).map(({ kind }) => kind)).toEqual(['superseded', 'superseded', 'computed']);
  expect(worker().asked.map((question) => question.kind === 'compute' && question.input.args)).toEqual([[1], [3]]);
});

test('an endless one does not keep the next one waiting beyond its budget', async () => {
  const endless = compute(1);
  worker().tell('began');
  const next = compute(2);
  vi.advanceTimersByTime(BUDGET);
  expect(await endless).toEqual({ kind: 'superseded' });
  worker().tell('computed');
  expect(await next).toMatchObject({ kind: 'computed' });
});

test('stopping ends the work and what waits for it', async () => {
  const outcomes = [compute(1), compute(2)];
  calculator.stop();
  expect((await Promise.all(outcomes)).map(({ kind }) => kind)).toEqual(['superseded', 'stopped']);
  expect(worker().isEnded).toBe(true);
});

test('a worker that cannot be loaded fails with a reason', async () => {
  const outcome = compute(1);
  worker().onerror?.({ message: '', preventDefault: () => undefined });
  expect(await outcome).toEqual({ kind: 'failed', message: expect.stringContaining('could not be loaded') });
});
