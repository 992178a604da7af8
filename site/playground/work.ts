import { codeOf, type Files, renamed, sameFiles, undone, withCode, withFile, without } from './files.ts';
import type { KeptWork, Saved } from './kept-work.ts';

interface Listener {
  /** the files are others now, not only by typing */
  replaced: () => void;
  /** what came of saving, each time it is another thing than before */
  saved: (how: Saved) => void;
  /** another tab saved newer work, and this one now shows it */
  takenOver: (undo: () => void) => void;
}

/** After the last change: long enough that typing does not save each letter, short enough that nothing is lost. */
export const SAVE_AFTER_MS = 300;

/** A student's work on one assignment: its files, and their keeping in the browser. */
export class Work {
  readonly #kept: KeptWork;
  readonly #listener: Listener;
  #files: Files = [];
  /** what this tab had before it showed another tab's, until it changes something itself */
  #own: Files | null = null;
  #isSaved = true;
  #how: Saved = 'kept';
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(kept: KeptWork, listener: Listener) {
    this.#kept = kept;
    this.#listener = listener;
    this.#files = kept.load()?.files ?? [];
  }

  get files(): Files {
    return this.#files;
  }

  /** Whether closing the page would lose something. */
  get isAtRisk(): boolean {
    return !this.#isSaved;
  }

  get paths(): string[] {
    return this.#files.map(({ path }) => path);
  }

  code(path: string): string {
    return codeOf(this.#files, path) ?? '';
  }

  /** Somebody types. */
  edit(path: string, code: string): void {
    this.#become(withCode(this.#files, path, code));
  }

  add(path: string, code: string): void {
    this.replace(withFile(this.#files, path, code));
  }

  rename(path: string, to: string): void {
    this.replace(renamed(this.#files, path, to));
  }

  remove(path: string): () => void {
    return this.replace(without(this.#files, path));
  }

  /** Other files in the place of these. @returns what undoes it, and nothing that was done since */
  replace(files: Files): () => void {
    const before = this.#files;
    this.#become(files);
    this.#listener.replaced();
    return () => void this.replace(undone(this.#files, before, files));
  }

  /** Saves what is not saved yet. @param isForced also over newer work of another tab */
  save(isForced = false): void {
    clearTimeout(this.#timer);
    if (this.#isSaved && !isForced) return;
    const how = this.#kept.save(this.#files, isForced);
    this.#isSaved = how === 'kept';
    if (how !== this.#how) this.#listener.saved(how);
    this.#how = how;
  }

  /** Another tab changed what is kept. */
  otherSaved(): void {
    if (!this.#kept.isBehind()) return;
    if (this.#isSaved) this.takeOver();
    else this.save();
  }

  /** Shows what another tab saved. */
  takeOver(): void {
    const before = this.#files;
    const kept = this.#kept.load();
    if (kept === null) return;
    clearTimeout(this.#timer);
    this.#files = kept.files;
    this.#isSaved = true;
    this.#how = 'kept';
    if (sameFiles(before, kept.files)) return;
    // Who types in the other tab saves again and again: each time what this tab had itself is what to go back to.
    this.#own ??= before;
    const own = this.#own;
    this.#listener.replaced();
    this.#listener.takenOver(() => void this.replace(undone(this.#files, own, kept.files)));
  }

  #become(files: Files): void {
    this.#files = files;
    this.#own = null;
    this.#isSaved = false;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.save(), SAVE_AFTER_MS);
  }
}
