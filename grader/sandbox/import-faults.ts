import { importLine, resolveImport } from './paths.ts';
import type { SourceFile } from './sandbox.ts';

/** What the engine says of a name that a module does not export, or exports ambiguously. */
const NO_EXPORT = /export '([^']+)' in module '([^']+)'/;

/** Finds the lines of imports that fail; the engine does not know them, since imports fail before anything runs. */
export class ImportFaults {
  readonly #sources: ReadonlyMap<string, string>;
  /** only the last one: it is what the engine throws, and so nobody can fill the memory with them */
  #met = { from: '', specifier: '', message: '' };

  constructor(files: readonly SourceFile[]) {
    this.#sources = new Map(files.map(({ path, code }) => [path, code]));
  }

  /** Notes that a file imports what it cannot, and returns the message. */
  met(from: string, specifier: string, message: string): string {
    this.#met = { from, specifier, message };
    return message;
  }

  /** `ada.ts:2`, the import for which loading `path` failed with this message; null if none is to blame. */
  lineOf(path: string, message: string): string | null {
    const met = this.#met;
    if (message === `Error: ${met.message}`)
      return this.#find(met.from, ({ specifier }) => specifier === met.specifier);
    const [, name, module] = NO_EXPORT.exec(message) ?? [];
    if (name === undefined) return null;
    const has = (candidate: string): boolean => this.#sources.has(candidate);
    // for a name that is exported again, the engine names the module that does so
    return this.#find(path, ({ specifier, imported, exported }) =>
      module === path
        ? exported.includes(name)
        : imported.includes(name) && resolveImport(path, specifier, has) === module,
    );
  }

  #find(path: string, isMeant: Parameters<typeof importLine>[2]): string | null {
    const source = this.#sources.get(path);
    const line = source === undefined ? null : importLine(path, source, isMeant);
    return line === null ? null : `${path}:${line}`;
  }
}
