import type { Files } from './files.ts';

/** A student's work on one assignment, as the browser keeps it. */
export interface Kept {
  /** counts the times it was saved, in any tab */
  revision: number;
  files: Files;
}

/** What came of saving. */
export type Saved = 'kept' | 'newer' | 'full' | 'forbidden';

/** What of `localStorage` is used. */
export type Store = Pick<Storage, 'getItem' | 'setItem'>;

const PREFIX = 'backproof/work/1/';

/**
 * The work on one assignment in the browser's storage. Saving is at once, so that it also works while the page is being closed.
 * What another tab saved meanwhile is not overwritten unless that is asked for.
 */
export class KeptWork {
  readonly key: string;
  readonly #store: () => Store;
  /** the revision that this tab shows */
  #shown = 0;

  /**
   * @param assignment tells it from other assignments of this site
   * @param store throws where storage is forbidden
   */
  constructor(assignment: string, store: () => Store) {
    this.key = PREFIX + assignment;
    this.#store = store;
  }

  /** What is kept, from now on the version that this tab shows; null if there is nothing, or nothing that can be read. */
  load(): Kept | null {
    const kept = this.#read();
    if (kept !== null) this.#shown = kept.revision;
    return kept;
  }

  /** @param isForced whether newer work of another tab is overwritten */
  save(files: Files, isForced = false): Saved {
    const revision = this.#read()?.revision ?? 0;
    if (revision > this.#shown && !isForced) return 'newer';
    const next: Kept = { revision: Math.max(revision, this.#shown) + 1, files };
    try {
      this.#store().setItem(this.key, JSON.stringify(next));
    } catch (error) {
      return error instanceof Error && error.name === 'QuotaExceededError' ? 'full' : 'forbidden';
    }
    this.#shown = next.revision;
    return 'kept';
  }

  /** Whether another tab saved something that this one does not show. */
  isBehind(): boolean {
    return (this.#read()?.revision ?? 0) > this.#shown;
  }

  #read(): Kept | null {
    try {
      return keptIn(JSON.parse(this.#store().getItem(this.key) ?? 'null'));
    } catch {
      return null;
    }
  }
}

/** Other scripts of the same host may have written anything there. */
function keptIn(value: unknown): Kept | null {
  if (typeof value !== 'object' || value === null) return null;
  const { revision, files } = value as Partial<Record<keyof Kept, unknown>>;
  if (typeof revision !== 'number' || !Array.isArray(files)) return null;
  const isFile = (file: unknown): boolean => {
    const { path, code } = Object(file) as Record<string, unknown>;
    return typeof path === 'string' && typeof code === 'string';
  };
  return files.every(isFile) ? { revision, files: files as Files } : null;
}
