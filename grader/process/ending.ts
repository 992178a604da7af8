import type { Note } from './notes.ts';

/** How a process ended that runs submissions. */
export type Ending =
  /** by its watchdog, since what it ran took too long */
  | { type: 'deadline' }
  /** by its watchdog, since what it ran took too much memory */
  | { type: 'memory' }
  /** by a fault that the code which it ran, or parsed, may have caused */
  | { type: 'crashed'; reason: string }
  /** from outside, or since the machine failed it; `grown` says that it held a lot of memory */
  | { type: 'killed'; reason: string; grown: boolean };

/** What is left of a process. */
export interface Remains {
  /** the last note of its watchdog */
  note: Note | null;
  code: number | null;
  signal: string | null;
  /** the end of what it wrote to standard error; code in the sandbox cannot write there */
  stderr: string;
}

/** Signals that the processor, or a runtime that gives up, sends. Nobody sends them by hand. */
const CRASHES = ['SIGSEGV', 'SIGBUS', 'SIGABRT', 'SIGILL', 'SIGTRAP', 'SIGFPE'];
/** The same as exit codes: of a shell in between (128 and the signal's number), and of Windows (an error of the system). */
const CRASH_CODES = [139, 135, 134, 132, 133, 136];
const FIRST_SYSTEM_ERROR = 0xc0000000;
/** What Node, V8 and Rust write when they get no memory. */
const NO_MEMORY = /out of memory|memory allocation of \d+ bytes failed|cannot allocate memory/i;

/** @param memoryMiB the growth at which the watchdog ends a process */
export function endingOf({ note, code, signal, stderr }: Remains, memoryMiB: number): Ending {
  if (note?.word === 'deadline' || note?.word === 'memory') return { type: note.word };
  const grown = (note?.grownMiB ?? 0) > memoryMiB / 2;
  if (note?.word === 'stalled') return { type: 'killed', reason: 'the machine gave it no time', grown };
  const reason = signal ?? `exit code ${code}`;
  const isCrash =
    signal === null ? CRASH_CODES.includes(code ?? 0) || (code ?? 0) >= FIRST_SYSTEM_ERROR : CRASHES.includes(signal);
  // A machine without memory lets small processes down too.
  if (isCrash && (grown || !NO_MEMORY.test(stderr))) return { type: 'crashed', reason };
  return { type: 'killed', reason: isCrash ? `${reason}, out of memory` : reason, grown };
}
