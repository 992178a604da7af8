import { type FSWatcher, watch } from 'node:fs';
import { lstat, stat } from 'node:fs/promises';
import { basename, dirname, resolve } from 'node:path';
import { messageOf } from '../../../accelerated/error-message.ts';
import type { Submission } from '../../class/submission.ts';
import type { Pool } from '../../process/pool.ts';
import { UsageError } from '../../text/errors.ts';
import { jsonLine } from '../../text/json-text.ts';
import { printableLine } from '../../text/printable.ts';
import { Screen, type Terminal } from './screen.ts';

/** What is watched, and how it is checked. */
export interface Watching {
  path: string;
  read: () => Promise<Submission>;
  newPool: () => Pool;
  /** the text to show for a submission */
  judge: (submission: Submission, pool: Pool) => Promise<string>;
  /** whether the texts are for a program: then nothing else is printed */
  plain: boolean;
}

/** An editor writes a file in several steps, or another file that it renames. */
const SETTLE_MS = 40;
/** For file systems that report no changes: networks, containers. */
const POLL_MS = 1000;
/** If a check takes longer than this, the screen says that it is under way. */
const PATIENCE_MS = 400;

/** Checks a submission now and after every save, until Ctrl-C; everything that a check needs is kept warm between them. */
export async function watchSubmission(watching: Watching, terminal: Terminal = process.stdout): Promise<130> {
  const rounds = new Rounds(watching, new Screen(terminal));
  const stopped = new Promise<void>((resolve) => {
    process.once('SIGINT', () => resolve());
    process.once('SIGTERM', () => resolve());
  });
  // Nothing there to begin with is wrong usage; later it may be an editor at work.
  await rounds.look(true);
  const changes = await Changes.of(watching.path, () => void rounds.look(false));
  await stopped;
  changes.close();
  rounds.close();
  return 130;
}

/** One check at a time; a save while one runs ends it, since its verdict is out of date. */
class Rounds {
  readonly #watching: Watching;
  readonly #screen: Screen;
  #pool: Pool;
  #seen: string | null = null;
  #last = '';
  #round = 0;
  #isChecking = false;
  #isClosed = false;

  constructor(watching: Watching, screen: Screen) {
    this.#watching = watching;
    this.#screen = screen;
    this.#pool = watching.newPool();
    this.#pool.warm();
  }

  /** Reads the submission, and checks it if it is not the one that was seen last. */
  async look(mustBeThere: boolean): Promise<void> {
    const submission = await this.#watching.read().catch((error: unknown) => {
      if (mustBeThere) {
        this.#pool.close();
        throw error;
      }
      return error;
    });
    if (this.#isClosed) return;
    if (submission instanceof Error) {
      this.#say(
        'gone',
        `${submission instanceof UsageError ? submission.message : printableLine(String(submission))}\n`,
      );
      return;
    }
    const seen = (submission as Submission).sourceHash ?? (submission as Submission).problem ?? '';
    if (seen === this.#seen) return;
    this.#seen = seen;
    void this.#check(submission as Submission);
  }

  close(): void {
    this.#isClosed = true;
    this.#round += 1;
    this.#pool.close();
  }

  async #check(submission: Submission): Promise<void> {
    this.#round += 1;
    const round = this.#round;
    if (this.#isChecking) this.#abandon();
    this.#isChecking = true;
    const pool = this.#pool;
    const started = performance.now();
    const slow = setTimeout(() => this.#draw('checking …'), PATIENCE_MS);
    try {
      const text = await this.#watching.judge(submission, pool);
      if (round === this.#round) {
        this.#last = text;
        this.#draw(`checked at ${clock()} in ${Math.round(performance.now() - started)} ms`);
      }
    } catch (error) {
      if (round === this.#round) this.#say('fault', `${printableLine(messageOf(error))}\n`);
    } finally {
      clearTimeout(slow);
      if (round === this.#round) {
        this.#isChecking = false;
        pool.warm();
      } else pool.close();
    }
  }

  /** Ends the processes of the check under way; it closes its pool once more when it notices. */
  #abandon(): void {
    this.#pool.close();
    this.#pool = this.#watching.newPool();
    this.#pool.warm();
  }

  #say(seen: string, text: string): void {
    if (this.#seen === seen) return;
    this.#seen = seen;
    this.#last = this.#watching.plain ? jsonLine({ error: text.trimEnd() }) : text;
    this.#draw('waiting for a save');
  }

  #draw(state: string): void {
    if (this.#watching.plain || !this.#screen.isTerminal) {
      if (!state.endsWith('…')) this.#screen.show(this.#last);
      return;
    }
    const name = printableLine(basename(resolve(this.#watching.path)));
    this.#screen.show(`${this.#last.trimEnd()}\n\n${name}: ${state}; Ctrl-C ends`.trimStart());
  }
}

/** Changes at a path. A file is watched through its folder, since many editors save by renaming another file to it. */
export class Changes {
  readonly #path: string;
  readonly #isFolder: boolean;
  readonly #onChange: () => void;
  readonly #poll: NodeJS.Timeout;
  #watcher: FSWatcher | null = null;
  /** which folder the watcher is for */
  #watched: string | null = null;
  #settling: NodeJS.Timeout | undefined;
  #isClosed = false;

  static async of(path: string, onChange: () => void): Promise<Changes> {
    const isFolder = (await lstat(path).catch(() => null))?.isDirectory() === true;
    const changes = new Changes(resolve(path), isFolder, onChange);
    await changes.#renew();
    return changes;
  }

  private constructor(path: string, isFolder: boolean, onChange: () => void) {
    this.#path = path;
    this.#isFolder = isFolder;
    this.#onChange = onChange;
    // the watcher first: the look that follows sees what happened before
    this.#poll = setInterval(() => void this.#renew().then(() => this.#isClosed || onChange()), POLL_MS);
  }

  close(): void {
    this.#isClosed = true;
    clearTimeout(this.#settling);
    clearInterval(this.#poll);
    this.#watcher?.close();
  }

  /**
   * A watcher stays with the folder that it was made for; if another folder has replaced it, that one needs a watcher
   * of its own.
   */
  async #renew(): Promise<void> {
    const folder = this.#isFolder ? this.#path : dirname(this.#path);
    const found = await identityOf(folder);
    if (this.#isClosed || found === null || found === this.#watched) return;
    this.#watched = found;
    this.#watcher?.close();
    this.#watcher = watcherOf(folder, this.#isFolder, (name) => {
      if (this.#isFolder || name === null || name === basename(this.#path)) this.#settle();
    });
  }

  #settle(): void {
    clearTimeout(this.#settling);
    this.#settling = setTimeout(this.#onChange, SETTLE_MS);
  }
}

/** Identifies a folder among others at the same path, null if there is none; an inode number alone may be reused. */
async function identityOf(folder: string): Promise<string | null> {
  const found = await stat(folder, { bigint: true }).catch(() => null);
  return found === null ? null : `${found.dev}:${found.ino}:${found.birthtimeNs}`;
}

/** Null if the system has no watches left, or none of this kind: then only the poll is used. */
function watcherOf(folder: string, recursive: boolean, onEvent: (name: string | null) => void): FSWatcher | null {
  try {
    const watcher = watch(folder, { recursive }, (_, name) => onEvent(name));
    watcher.on('error', () => watcher.close());
    return watcher;
  } catch {
    return null;
  }
}

function clock(): string {
  const now = new Date();
  return [now.getHours(), now.getMinutes(), now.getSeconds()].map((part) => String(part).padStart(2, '0')).join(':');
}
