import { originalPositionFor, TraceMap } from '@jridgewell/trace-mapping';

/** Finds lines of the original sources; the engine knows only the transpiled ones. */
export class Lines {
  readonly #maps: ReadonlyMap<string, string | null>;
  readonly #traced = new Map<string, TraceMap>();

  /** @param maps for each file its source map, or null if it is run as it was written */
  constructor(maps: ReadonlyMap<string, string | null>) {
    this.#maps = maps;
  }

  /** `ada.ts:12`, or null for a position outside the submission; `column` counts from 1. */
  original(file: string, line: number, column: number): string | null {
    const map = this.#maps.get(file);
    if (map === undefined || line < 1) return null;
    if (map === null) return `${file}:${line}`;
    let traced = this.#traced.get(file);
    if (traced === undefined) {
      traced = new TraceMap(map);
      this.#traced.set(file, traced);
    }
    const found = originalPositionFor(traced, { line, column: Math.max(0, column - 1) });
    return found.line === null ? null : `${file}:${found.line}`;
  }

  /** The innermost frame of a stack that lies in the submission, as `ada.ts:12`. */
  ofStack(stack: string): string | null {
    for (const frame of stack.split('\n').slice(0, 50)) {
      const found = /^ {4}at (?:.{0,200} \()?(.+?):(\d{1,7})(?::(\d{1,7}))?\)?$/.exec(frame);
      if (!found) continue;
      const line = this.original(found[1] ?? '', Number(found[2]), Number(found[3] ?? 1));
      if (line !== null) return line;
    }
    return null;
  }
}

/** The line of a position in a source, counted from 1. */
export function lineAt(code: string, position: number): number {
  return code.slice(0, position).split('\n').length;
}
