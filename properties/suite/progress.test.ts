import { expect, test } from 'vitest';
import { Progress, shownDuration } from './progress.ts';

test('says how long it has been, how many tests are done, and where each file is', () => {
  const progress = new Progress(1000);
  expect(progress.line(1000)).toBe('0 s: 0 tests done');
  progress.tested('webgpu', 'adam');
  progress.tested('webgpu', 'lstmCell');
  progress.tested('cpu', 'sgd');
  expect(progress.line(81_000)).toBe('1 min 20 s: 3 tests done; webgpu at lstmCell, cpu at sgd');
  progress.ended('cpu');
  expect(progress.line(91_000)).toBe('1 min 30 s: 3 tests done; webgpu at lstmCell');
});

test.each([
  [0.4, '0 s'],
  [59.6, '1 min'],
  [80, '1 min 20 s'],
  [120, '2 min'],
  [599, '9 min 59 s'],
  [700, '11 min 40 s'],
])('%d seconds are shown as %s', (seconds, shown) => {
  expect(shownDuration(seconds)).toBe(shown);
});

test('what vitest tells of a file after its end is counted, and long titles are cut', () => {
  const progress = new Progress(0);
  progress.ended('cpu');
  progress.tested('cpu', 'sgd');
  progress.tested('wasm', 'a title that goes on and on, with all that may be said of it');
  expect(progress.line(1000)).toBe('1 s: 2 tests done; wasm at a title that goes on and on, with all t…');
});
