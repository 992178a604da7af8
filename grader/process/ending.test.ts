import { describe, expect, test } from 'vitest';
import { Deaths } from './deaths.ts';
import { type Ending, endingOf } from './ending.ts';
import { noteOf } from './notes.ts';

const NONE = { note: null, code: null, signal: null, stderr: '' };
const MOST_MIB = 1000;
const note = (word: 'alive' | 'deadline' | 'memory' | 'stalled', grownMiB = 0) => ({ word, leftMs: 0, grownMiB });

describe('how a process ended', () => {
  test.each([
    ['its watchdog ended it for time', { note: note('deadline'), signal: 'SIGKILL' }, 'deadline'],
    ['its watchdog ended it for memory', { note: note('memory'), signal: 'SIGKILL' }, 'memory'],
    ['the machine gave it no time', { note: note('stalled'), signal: 'SIGKILL' }, 'killed'],
    ['the system or an administrator killed it', { note: note('alive'), signal: 'SIGKILL' }, 'killed'],
    ['it was asked to end', { note: note('alive'), signal: 'SIGTERM' }, 'killed'],
    ['it could not load a module', { code: 1 }, 'killed'],
    ['its stack overflowed', { signal: 'SIGSEGV' }, 'crashed'],
    ['Rust gave up', { signal: 'SIGABRT', stderr: "thread '<unnamed>' has overflowed its stack" }, 'crashed'],
    ['it crashed under a shell', { code: 139 }, 'crashed'],
    ['its stack overflowed on Windows', { code: 0xc00000fd }, 'crashed'],
    ['the machine had no memory for it', { signal: 'SIGABRT', stderr: 'Fatal process out of memory: Zone' }, 'killed'],
    [
      'it had taken the memory itself',
      { note: note('alive', 900), signal: 'SIGABRT', stderr: 'JavaScript heap out of memory' },
      'crashed',
    ],
  ])('%s', (_, remains, type) => {
    expect(endingOf({ ...NONE, ...remains }, MOST_MIB).type).toBe(type);
  });

  test('notes are read from lines, and nothing else is', () => {
    expect(noteOf('deadline 1500 37')).toEqual({ word: 'deadline', leftMs: 1500, grownMiB: 37 });
    expect(noteOf('deadline')).toBeNull();
    expect(noteOf('  deadline 1 2')).toBeNull();
    expect(noteOf('')).toBeNull();
  });
});

describe('who is to blame', () => {
  const killed = (grown = false): Ending => ({ type: 'killed', reason: 'SIGKILL', grown });
  const crashed: Ending = { type: 'crashed', reason: 'SIGSEGV' };
  const blames = (...endings: [string, Ending][]): string[] => {
    const deaths = new Deaths();
    return endings.map(([place, ending]) => deaths.at(place, ending));
  };

  test('the student for time and memory, at once', () => {
    expect(blames(['relu', { type: 'deadline' }], ['relu', { type: 'memory' }])).toEqual(['timeout', 'memory']);
  });

  test('the student for a crash that comes twice at the same place', () => {
    expect(blames(['relu', crashed], ['relu', crashed])).toEqual(['again', 'crash']);
    expect(blames(['relu', crashed], ['softmax', crashed])).toEqual(['again', 'again']);
    expect(blames(['relu', killed()], ['relu', crashed], ['relu', crashed])).toEqual(['again', 'again', 'crash']);
  });

  test('the machine for kills, never the student', () => {
    expect(blames(['relu', killed()], ['relu', killed()])).toEqual(['again', 'machine']);
    expect(blames(['relu', killed(true)], ['relu', killed()])).toEqual(['again', 'machine']);
    expect(blames(['relu', killed()], ['relu', killed(true)])).toEqual(['again', 'machine']);
    expect(blames(['relu', crashed], ['relu', killed()])).toEqual(['again', 'again']);
  });

  test('the student for kills of processes that had taken a lot of memory each time', () => {
    expect(blames(['relu', killed(true)], ['relu', killed(true)])).toEqual(['again', 'memory']);
  });
});
