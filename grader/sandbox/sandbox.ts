import { loadParser } from '../../host/syntax.ts';
import type { Value } from '../../properties/values/value.ts';
import { boundedText } from '../record/bounded.ts';
import { adviceFor } from './advice.ts';
import { decode } from './decode.ts';
import type { Ear } from './ear.ts';
import { Engine, EngineCrash, type RegisteredFunction, type StandIns } from './engine.ts';
import { hostAdvice, undefinedName } from './host-names.ts';
import { ImportFaults } from './import-faults.ts';
import { argumentText } from './literal.ts';
import { importsFirst, resolveImport } from './paths.ts';
import { isSameModule } from './same-module.ts';
import { syntaxAdvice } from './syntax-advice.ts';
import { Lines } from './trace.ts';
import { isTypeScript, transpile } from './transpile.ts';

/** A file of a submission: `ada.ts`, or `lib/math.ts` inside a folder. */
export interface SourceFile {
  path: string;
  code: string;
}

export interface SandboxLimits {
  /** calls of the engine's interrupt handler for one call of a student's function, and for loading one file */
  ticks: number;
  memoryMiB: number;
}

/** Other functions in the place of some of the student's own. */
export interface Substitution extends StandIns {
  /** the transpiled source of a file with the functions rebound */
  rewrite(code: string): string;
}

/** A file that could not be parsed or loaded. */
export interface LoadFailure {
  file: string;
  message: string;
  /** `ada.ts:12`, if a line is known */
  line: string | null;
}

/** What came of one call; `changed` says that it altered one of its arguments. */
export type Outcome =
  | { kind: 'value'; value: Value; changed: boolean }
  | { kind: 'threw'; message: string; line: string | null; changed: boolean }
  /** the result holds something that is not a Value: 'a Promise', 'a cyclic value' */
  | { kind: 'nonsense'; what: string; changed: boolean }
  | { kind: 'timeout' }
  | { kind: 'memory' };

/** Marks the path of a module that can't be imported; no real path starts so. */
const FAULT = '<fault>';
/** Files that take their whole budget of ticks to load; those after them get none. */
const MAX_SLOW_FILES = 4;
/** The most characters kept of what a student's code throws: enough to recognize it. */
const LONGEST_THROWN = 300;

/**
 * One submission, loaded in an engine of its own, to be called from outside. Only the outcomes get out of it. It blocks
 * its thread; a regular expression that backtracks for ever polls no interrupt, so a deadline outside the process is
 * still necessary.
 */
export class Sandbox {
  readonly functions: ReadonlyMap<string, string>;
  readonly lines: ReadonlyMap<string, string>;
  readonly failures: readonly LoadFailure[];
  readonly duplicates: readonly { name: string; files: string[] }[];
  readonly advice: readonly string[];
  /** characters of source that are read again for each fresh start */
  readonly characters: number;
  readonly #engine: Engine;
  readonly #limits: SandboxLimits;
  readonly #order: readonly string[];
  readonly #trace: Lines;
  #spoilt = false;
  #otherRandom = false;
  #ticks = 0;

  /** Loads the files of a submission. What is wrong with them is in `failures`; this throws only if the grader itself fails. */
  static async open(
    files: readonly SourceFile[],
    limits: SandboxLimits,
    substitution: Substitution | null = null,
    ear: Ear | null = null,
  ): Promise<Sandbox> {
    const failures: LoadFailure[] = [];
    const sources = new Map<string, string>();
    const maps = new Map<string, string | null>();
    for (const { path, code } of files) {
      const result = await transpile(path, code);
      if ('code' in result) {
        sources.set(path, substitution?.rewrite(result.code) ?? result.code);
        maps.set(path, result.map);
      } else {
        const line = result.line === null ? null : `${path}:${result.line}`;
        const advice = await adviceOn(path, code, result.message);
        const message = advice === null ? result.message : `${result.message}; ${advice}`;
        failures.push({ file: path, message: boundedText(message, LONGEST_THROWN), line });
      }
    }
    const paths = new Set(files.map((file) => file.path));
    const broken = new Set(failures.map((failure) => failure.file));
    const imported = new Set<string>();
    const faults = new ImportFaults(files);
    const modules = {
      resolve: (from: string, specifier: string) => {
        if (from === '<grader>' || specifier === substitution?.room) return specifier;
        const path = resolveImport(from, specifier, (candidate) => paths.has(candidate));
        // the engine drops a message given here, so the fault is passed on as a name that source() refuses
        if (typeof path !== 'string') return FAULT + faults.met(from, specifier, path.message);
        imported.add(path);
        if (!broken.has(path)) return path;
        return FAULT + faults.met(from, specifier, `imports '${specifier}', and ${path} does not load`);
      },
      source: (path: string) => sources.get(path) ?? new Error(path.replace(FAULT, '')),
    };
    const engine = await Engine.create(limits.memoryMiB, modules, substitution, ear);
    const trace = new Lines(maps);
    const explained = async (path: string, { message, stack }: Thrown): Promise<Explained> => {
      await loadParser();
      const advice = await adviceOn(path, sources.get(path) ?? '', message);
      const words = message.replace(/^Error: imports/, 'imports');
      return {
        message: advice === null ? words : `${words}; ${advice}`,
        line: trace.ofStack(stack) ?? faults.lineOf(path, message),
      };
    };
    const loaded = await loadAll(engine, limits, importsFirst(sources), broken, failures, explained);
    // What is said of a default export takes its file to pieces.
    if (Array.from(loaded.values()).some(({ exports }) => exports.includes('default'))) await loadParser();
    return new Sandbox(files, engine, limits, trace, failures, loaded, imported);
  }

  private constructor(
    files: readonly SourceFile[],
    engine: Engine,
    limits: SandboxLimits,
    trace: Lines,
    failures: LoadFailure[],
    loaded: ReadonlyMap<string, LoadedFile>,
    imported: ReadonlySet<string>,
  ) {
    this.#engine = engine;
    this.#limits = limits;
    this.#trace = trace;
    this.#order = [...loaded.keys()];
    this.failures = failures.sort((a, b) => (a.file < b.file ? -1 : 1));
    const functions = new Map<string, string>();
    const sources = new Map(files.map((each) => [each.path, each.code]));
    const lines = new Map<string, string>();
    const duplicates = new Map<string, { name: string; files: string[] }>();
    for (const [path, { functions: exported }] of loaded) {
      for (const { name, file, line, column, status } of exported) {
        if (name === 'default' || status === 'same') continue;
        if (status === 'other') {
          const first = functions.get(name);
          if (first !== undefined && isSameModule(first, file !== null && loaded.has(file) ? file : path, sources))
            continue;
          const entry = duplicates.get(name) ?? { name, files: [functions.get(name) ?? path] };
          entry.files.push(path);
          duplicates.set(name, entry);
          continue;
        }
        functions.set(name, file !== null && loaded.has(file) ? file : path);
        const at = file === null ? null : trace.original(file, line, column);
        if (at !== null) lines.set(name, at);
      }
    }
    this.functions = functions;
    this.lines = lines;
    this.duplicates = [...duplicates.values()];
    this.characters = files.reduce((sum, { path, code }) => sum + (loaded.has(path) ? code.length : 0), 0);
    this.advice = files.flatMap(({ path, code }) => {
      const file = loaded.get(path);
      // Files that others import need not export what is graded, and declarations hold no code.
      if ((file && imported.has(path)) || path.endsWith('.d.ts')) return [];
      return adviceFor(path, code, file, functions) ?? [];
    });
  }

  /** Ticks that all calls together used, including reloads after a call that broke the engine. */
  get ticks(): number {
    return this.#ticks;
  }

  /** Ticks that one call may use. */
  get maxTicks(): number {
    return this.#limits.ticks;
  }

  /**
   * Calls an exported function. An engine that was interrupted or broke down is set up again before the next call.
   *
   * @param watched whether to walk the arguments afterwards even if their text is what it was
   */
  call(name: string, args: readonly Value[], watched = false): Outcome {
    if (!this.functions.has(name)) throw new Error(`the submission exports no function ${name}`);
    let run: ReturnType<Engine['call']>;
    try {
      if (this.#spoilt) this.#reload();
      run = this.#engine.call(name, argumentText(args), watched, this.#limits.ticks);
    } catch (error) {
      if (!(error instanceof EngineCrash)) throw error;
      this.#spoilt = true;
      return { kind: 'threw', message: boundedText(error.message, LONGEST_THROWN), line: null, changed: false };
    } finally {
      this.#ticks += this.#engine.ticks;
    }
    if (run.kind === 'threw') return this.#threw(run.message, run.stack, false);
    if (run.kind === 'done' && run.value !== 'm') return this.#outcome(run.value);
    this.#spoilt = true;
    return { kind: run.kind === 'timeout' ? 'timeout' : 'memory' };
  }

  /**
   * The next call finds every module as it was when it was loaded: nothing that calls have left is kept.
   *
   * @param otherRandom whether `Math.random` gives other numbers than it gave the first time
   */
  forget(otherRandom = false): void {
    this.#spoilt = true;
    this.#otherRandom = otherRandom;
  }

  dispose(): void {
    this.#engine.dispose();
  }

  #outcome(answer: string): Outcome {
    const changed = answer[1] === '1';
    const rest = answer.slice(2);
    if (answer[0] === 'v') return { kind: 'value', value: decode(rest), changed };
    if (answer[0] === 'n') return { kind: 'nonsense', what: rest, changed };
    if (answer[0] !== 't') throw new Error('the sandbox gave an unknown answer');
    const [message, stack] = JSON.parse(rest) as [string, string];
    if (this.#engine.isOutOfMemory(message)) {
      this.#spoilt = true;
      return { kind: 'memory' };
    }
    return this.#threw(message, stack, changed);
  }

  #threw(message: string, stack: string, changed: boolean): Outcome {
    return { kind: 'threw', message: boundedText(message, LONGEST_THROWN), line: this.#trace.ofStack(stack), changed };
  }

  #reload(): void {
    this.#engine.restart();
    if (this.#otherRandom) this.#engine.skipRandom();
    this.#otherRandom = false;
    for (const path of this.#order) {
      this.#engine.load(path, this.#limits.ticks);
      this.#ticks += this.#engine.ticks;
    }
    this.#spoilt = false;
  }
}

/** What to do about a file that cannot be loaded, beyond what the engine says; null if that is not known. */
async function adviceOn(path: string, code: string, message: string): Promise<string | null> {
  if (!message.startsWith('SyntaxError: ')) {
    const name = undefinedName(message);
    return name === null ? null : hostAdvice(name);
  }
  return (await isTypeScript(path, code)) ? 'this is TypeScript: rename the file to .ts' : syntaxAdvice(code, message);
}

/** What the engine says of a file that threw while it was loaded. */
type Thrown = Pick<Extract<ReturnType<Engine['load']>, { kind: 'threw' }>, 'message' | 'stack'>;

/** The same for the student. */
type Explained = Pick<LoadFailure, 'message' | 'line'>;

interface LoadedFile {
  functions: RegisteredFunction[];
  exports: string[];
}

/**
 * Loads every file that can be loaded. Each round that meets a failure is followed by one without the failed files, in
 * a new engine, so that what stays was never touched by one that failed half-way.
 */
async function loadAll(
  engine: Engine,
  limits: SandboxLimits,
  order: readonly string[],
  broken: Set<string>,
  failures: LoadFailure[],
  explained: (path: string, thrown: Thrown) => Promise<Explained>,
): Promise<Map<string, LoadedFile>> {
  let slow = 0;
  const fail = (file: string, { message, line }: Explained): void => {
    broken.add(file);
    failures.push({ file, message: boundedText(message, LONGEST_THROWN), line });
  };
  for (;;) {
    const loaded = new Map<string, LoadedFile>();
    const failedBefore = broken.size;
    for (const path of order) {
      if (broken.has(path)) continue;
      const run = loadOne(engine, path, slow < MAX_SLOW_FILES ? limits.ticks : 0);
      if (run.kind === 'done') loaded.set(path, run.value);
      else if (run.kind === 'threw') fail(path, await explained(path, run));
      else {
        slow += run.kind === 'timeout' ? 1 : 0;
        const message = run.kind === 'timeout' ? 'takes too long to load' : 'needs too much memory to load';
        fail(path, { message, line: null });
        break;
      }
    }
    if (broken.size === failedBefore) return loaded;
    engine.restart();
  }
}

function loadOne(engine: Engine, path: string, ticks: number): ReturnType<Engine['load']> {
  try {
    return engine.load(path, ticks);
  } catch (error) {
    if (!(error instanceof EngineCrash)) throw error;
    // what the engine holds now is lost, like after a run out of memory
    return { kind: 'memory' };
  }
}
