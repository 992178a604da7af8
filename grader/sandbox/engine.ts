import type { QuickJSContext, QuickJSHandle, QuickJSRuntime } from 'quickjs-emscripten-core';
import { messageOf } from '../../accelerated/error-message.ts';
import type { Ear } from './ear.ts';
import { HARNESS, PRELUDE } from './guest.ts';
import type { ArgumentText } from './literal.ts';
import { beat, running } from './pulse.ts';
import { acquireInstance, type Instance, releaseInstance } from './wasm.ts';

/** More than 128 KiB lets deep recursion overflow the host's stack and corrupts the instance. */
const MAX_STACK_BYTES = 128 * 1024;
/** Enough for any chain of resolved promises that a module may await while it loads. */
const MAX_JOBS = 10_000;

/** What the engine needs when a module imports another. */
export interface Modules {
  /** The path of the module that `specifier` means in `from`. */
  resolve(from: string, specifier: string): string;
  source(path: string): string | Error;
}

/** Functions in the place of the student's own, exported by a module whose name nobody can guess. */
export interface StandIns {
  room: string;
  names: readonly string[];
  /** the answer to a call of one of them, as a literal; takes the encoded arguments, and may throw */
  answer: (name: string, args: string) => string;
}

const HANDED_OVER = 'handedOver';

/** What came of running something in the sandbox. */
export type Run<T> =
  | { kind: 'done'; value: T }
  | { kind: 'threw'; message: string; stack: string }
  | { kind: 'timeout' }
  | { kind: 'memory' };

/** One exported function: where it is defined, in the transpiled source, and whether its name was taken. */
export interface RegisteredFunction {
  name: string;
  file: string | null;
  line: number;
  column: number;
  status: 'new' | 'same' | 'other';
}

/** QuickJS with the harness in it: runs modules and calls functions under a budget of ticks and of memory. */
export class Engine {
  readonly #instance: Instance;
  readonly #memoryBytes: number;
  readonly #modules: Modules;
  readonly #standIns: StandIns | null;
  readonly #ear: Ear | null;
  readonly #prepared: Prepared;
  /** what is loaded after a restart was loaded, and heard, before */
  #isDeaf = false;
  #ticks = 0;
  #maxTicks = 0;
  #disposed = false;

  /** @param ear hears what is printed by `console`; without one nothing is */
  static async create(
    memoryMiB: number,
    modules: Modules,
    standIns: StandIns | null = null,
    ear: Ear | null = null,
  ): Promise<Engine> {
    return new Engine(await acquireInstance(memoryMiB * 2 ** 20), memoryMiB, modules, standIns, ear);
  }

  private constructor(
    instance: Instance,
    memoryMiB: number,
    modules: Modules,
    standIns: StandIns | null,
    ear: Ear | null,
  ) {
    this.#standIns = standIns;
    this.#ear = ear;
    this.#instance = instance;
    this.#memoryBytes = memoryMiB * 2 ** 20;
    this.#modules = modules;
    this.#prepared = preparedOf(instance);
    this.#start();
  }

  get #context(): QuickJSContext {
    return this.#prepared.context;
  }

  /** Ticks that the last run used. */
  get ticks(): number {
    return this.#ticks;
  }

  /** Whether the engine itself threw this: if there is no memory even for the error, it throws null. */
  isOutOfMemory(message: string): boolean {
    return (
      message === 'InternalError: out of memory' ||
      (message === 'null' && this.#instance.size() > 0.8 * this.#memoryBytes)
    );
  }

  /** Back to an engine that has loaded nothing: its memory is reset, not freed. */
  restart(): void {
    this.#isDeaf = true;
    this.#instance.reset();
    this.#start();
  }

  /** Leaves out the first number of `Math.random`; only before anything was loaded, which may replace it. */
  skipRandom(): void {
    this.#context.unwrapResult(this.#context.evalCode('Math.random()', '<grader>')).dispose();
  }

  dispose(): void {
    // releasing it twice would lend one instance to two submissions
    if (!this.#disposed) releaseInstance(this.#instance);
    this.#disposed = true;
  }

  /** Loads the module at `path` with what it imports, and takes in the functions that it exports. */
  load(path: string, maxTicks: number): Run<{ functions: RegisteredFunction[]; exports: string[] }> {
    return this.#run(maxTicks, () => {
      const driver = `export * as namespace from ${JSON.stringify(path)};`;
      let loaded = this.#evaluate(driver, 'module');
      if (loaded.kind === 'done' && this.#isPending(loaded.value)) {
        const jobs = this.#prepared.runtime.executePendingJobs(MAX_JOBS);
        if (jobs.error) jobs.error.dispose();
        loaded = this.#evaluate(driver, 'module');
      }
      if (loaded.kind !== 'done') return loaded;
      if (this.#isPending(loaded.value)) {
        return { kind: 'threw', message: 'awaits something at its top level that never comes', stack: '' };
      }
      const namespace = this.#context.getProp(loaded.value, 'namespace');
      const registered = this.#invoke(this.#prepared.harness.register, [namespace]);
      if (registered.kind !== 'done') return registered;
      const [exports, rows] = JSON.parse(registered.value) as [
        string[],
        [string, string | null, number, number, 'new' | 'same' | 'other'][],
      ];
      const functions = rows.map(([name, file, line, column, status]) => ({ name, file, line, column, status }));
      return { kind: 'done', value: { functions, exports } };
    });
  }

  /** Calls a registered function with the arguments that `args` becomes, and returns the harness's answer. */
  call(name: string, { form, text }: ArgumentText, watched: boolean, maxTicks: number): Run<string> {
    this.#isDeaf = false;
    return this.#run(maxTicks, () => {
      const pair: Run<QuickJSHandle> =
        form === 'json'
          ? { kind: 'done', value: this.#context.newString(text) }
          : this.#evaluate(`(()=>{const a=()=>${text};return[a(),a()]})()`, 'global');
      if (pair.kind !== 'done') return pair;
      const nameHandle = this.#context.newString(name);
      const answer = this.#invoke(this.#prepared.harness.call, [
        nameHandle,
        pair.value,
        watched ? this.#context.true : this.#context.false,
      ]);
      nameHandle.dispose();
      pair.value.dispose();
      return answer;
    });
  }

  #start(): void {
    this.#prepared.hooks.modules = this.#modules;
    this.#prepared.hooks.isSpent = () => {
      beat();
      return ++this.#ticks > this.#maxTicks;
    };
    this.#ticks = 0;
    this.#maxTicks = Infinity;
    if (this.#standIns !== null) this.#offer(this.#standIns);
    if (this.#ear !== null) this.#listen(this.#ear);
  }

  #listen(ear: Ear): void {
    const context = this.#context;
    const host = context.newFunction('', (text) => {
      if (text === undefined) return !this.#isDeaf && ear.wants() ? context.true : context.false;
      ear.hear(context.getString(text));
      return context.undefined;
    });
    context.unwrapResult(context.callFunction(this.#prepared.harness.listen, context.undefined, [host])).dispose();
  }

  /** Loads the module of the replacements. The global that hands them over is gone before other code runs. */
  #offer({ room, names, answer }: StandIns): void {
    const context = this.#context;
    const refuse = (message: string) => ({ error: context.newError({ name: 'Error', message }) });
    const host = context.newFunction('', (name, args) => {
      try {
        return context.evalCode(`(${answer(context.getString(name), context.getString(args))})`);
      } catch (error) {
        return refuse(messageOf(error));
      }
    });
    const { standIn } = this.#prepared.harness;
    const made = context.unwrapResult(context.callFunction(standIn, context.undefined, host));
    context.setProp(context.global, HANDED_OVER, made);
    const exports = names.map((name) => `export const ${name} = of('${name}');`).join('\n');
    const code = `const of = globalThis.${HANDED_OVER}; delete globalThis.${HANDED_OVER};\n${exports}`;
    context.unwrapResult(context.evalCode(code, room, { type: 'module' })).dispose();
  }

  /** Counts ticks, not time; whether the budget was exceeded does not depend on what the student throws. */
  #run<T>(maxTicks: number, body: () => Run<T>): Run<T> {
    this.#ticks = 0;
    this.#maxTicks = maxTicks;
    let run: Run<T>;
    beat();
    running(true);
    try {
      run = body();
    } catch (error) {
      run = { kind: 'threw', message: crashMessage(error), stack: '' };
      if (this.#ticks <= maxTicks) throw new EngineCrash(run.message);
    } finally {
      running(false);
    }
    return this.#ticks > maxTicks ? { kind: 'timeout' } : run;
  }

  #evaluate(code: string, type: 'module' | 'global'): Run<QuickJSHandle> {
    const result = this.#context.evalCode(code, '<grader>', { type });
    return result.error ? this.#failure(result.error) : { kind: 'done', value: result.value };
  }

  #invoke(fn: QuickJSHandle, args: QuickJSHandle[]): Run<string> {
    const result = this.#context.callFunction(fn, this.#context.undefined, args);
    if (result.error) return this.#failure(result.error);
    const answer = result.value.consume((handle) =>
      this.#context.typeof(handle) === 'string' ? this.#context.getString(handle) : '',
    );
    return { kind: 'done', value: answer };
  }

  #failure(error: QuickJSHandle): Run<never> {
    if (this.#ticks > this.#maxTicks) return { kind: 'timeout' };
    const told = this.#context.callFunction(this.#prepared.harness.describe, this.#context.undefined, [error]);
    if (told.error) return this.#ticks > this.#maxTicks ? { kind: 'timeout' } : { kind: 'memory' };
    const answer = told.value.consume((handle) => this.#context.getString(handle));
    const [message, stack] = JSON.parse(answer) as [string, string];
    return this.isOutOfMemory(message) ? { kind: 'memory' } : { kind: 'threw', message, stack };
  }

  /** Evaluating a module gives its namespace, or a promise of it while something in it awaits. */
  #isPending(handle: QuickJSHandle): boolean {
    const state = this.#context.getPromiseState(handle);
    return state.type === 'pending';
  }
}

/** What an instance holds at its mark: a context with the prelude and the harness in it. */
interface Prepared {
  runtime: QuickJSRuntime;
  context: QuickJSContext;
  harness: {
    register: QuickJSHandle;
    call: QuickJSHandle;
    describe: QuickJSHandle;
    standIn: QuickJSHandle;
    listen: QuickJSHandle;
  };
  /** what the runtime asks the engine that uses it now */
  hooks: { modules: Modules; isSpent: () => boolean };
}

const prepared = new WeakMap<Instance, Prepared>();

/** Prepares an instance once and marks that state: evaluating the harness again costs as much as a dozen calls. */
function preparedOf(instance: Instance): Prepared {
  const known = prepared.get(instance);
  if (known !== undefined) return known;
  const unused = (): never => {
    throw new Error('no engine uses this instance');
  };
  const hooks: Prepared['hooks'] = { modules: { resolve: unused, source: unused }, isSpent: () => false };
  const runtime = instance.quickjs.newRuntime();
  runtime.setMaxStackSize(MAX_STACK_BYTES);
  runtime.setMemoryLimit(instance.maxBytes);
  runtime.setInterruptHandler(() => hooks.isSpent());
  runtime.setModuleLoader(
    (path) => {
      const source = hooks.modules.source(path);
      return typeof source === 'string' ? source : { error: source };
    },
    (from, specifier) => hooks.modules.resolve(from, specifier),
  );
  const context = runtime.newContext();
  context.unwrapResult(context.evalCode(PRELUDE, '<prelude>')).dispose();
  const harness = context.unwrapResult(context.evalCode(HARNESS, '<harness>'));
  const part = (name: string): QuickJSHandle => context.getProp(harness, name);
  const parts = {
    register: part('register'),
    call: part('call'),
    describe: part('describe'),
    standIn: part('standIn'),
    listen: part('listen'),
  };
  // the wrapper fetches the global once and keeps its address, which must lie within what the mark keeps
  void context.global;
  const made: Prepared = { runtime, context, harness: parts, hooks };
  instance.mark();
  prepared.set(instance, made);
  return made;
}

/** The host's own stack overflowed or the engine broke down; the engine must be restarted. */
export class EngineCrash extends Error {}

function crashMessage(error: unknown): string {
  if (error instanceof RangeError) return 'InternalError: stack overflow';
  return `InternalError: the engine broke down (${messageOf(error)})`;
}
