import releaseSync from '@jitl/quickjs-wasmfile-release-sync';
import {
  type CustomizeVariantOptions,
  newQuickJSWASMModuleFromVariant,
  newVariant,
  type QuickJSSyncVariant,
  type QuickJSWASMModule,
} from 'quickjs-emscripten-core';
import { isZero, quickjsBytes } from '../../host/host.ts';

/** An instance of QuickJS that can be reset to its marked state, without waiting. */
export interface Instance {
  readonly quickjs: QuickJSWASMModule;
  /** Bytes beyond which the memory does not grow: 16 MiB, or more. */
  readonly maxBytes: number;
  /** Bytes of memory that the instance holds; it never shrinks. */
  size(): number;
  /** Marks the present state as the one to which `reset` returns; a new instance is marked as created. */
  mark(): void;
  reset(): void;
}

/** The part of WebAssembly's interface used here: Node's types have it only together with those of the DOM. */
interface Wasm {
  compile(bytes: Uint8Array): Promise<object>;
  Instance: new (module: object, imports: unknown) => { exports: Record<string, unknown> };
  Memory: new (size: { initial: number; maximum: number }) => Memory;
}
interface Memory {
  readonly buffer: ArrayBuffer;
}
const { WebAssembly: wasm } = globalThis as unknown as { WebAssembly: Wasm };

/** The package's types are those of its CommonJS build, where this is one level deeper. */
const RELEASE_SYNC = releaseSync as unknown as QuickJSSyncVariant;

const CHUNK = 65_536;
/** What the build declares; an instance can't have less. */
const INITIAL_BYTES = 16 * 2 ** 20;
const MAX_IDLE = 2;

let compiled: Promise<object> | undefined;
const idle: Instance[] = [];

/** An instance at its mark: a new one, or an idle one that was reset. */
export async function acquireInstance(maxBytes: number): Promise<Instance> {
  const kept = idle.findIndex((instance) => instance.maxBytes === maxBytes);
  const [instance] = kept < 0 ? [] : idle.splice(kept, 1);
  if (instance === undefined) return createInstance(maxBytes);
  instance.reset();
  return instance;
}

/**
 * Gives an instance back for reuse. Each one reserves gigabytes of address space until the garbage collector finds it,
 * so a class of thousands is better off with a few.
 */
export function releaseInstance(instance: Instance): void {
  // one that has grown would run out of memory a little later than a new one
  if (idle.length < MAX_IDLE && instance.size() === INITIAL_BYTES) idle.push(instance);
}

/**
 * The limit on memory is the size of the wasm memory. QuickJS's own limit does not work: built for wasm it can't ask
 * how large a block is, and counts eight bytes for each (even for an array of a thousand numbers).
 */
async function createInstance(maxBytes: number): Promise<Instance> {
  compiled ??= compile();
  const module = await compiled;
  const pages = { initial: INITIAL_BYTES / CHUNK, maximum: Math.max(INITIAL_BYTES, maxBytes) / CHUNK };
  const memory = new wasm.Memory(pages);
  let exports: Record<string, unknown> = {};
  const variant = newVariant(RELEASE_SYNC, {
    emscriptenModule: {
      // not newVariant's own wasmModule: the exports are needed, for the stack pointer is in them
      instantiateWasm: (imports: unknown, onSuccess: (instance: unknown) => void) => {
        const instance = new wasm.Instance(module, imports);
        exports = instance.exports;
        onSuccess(instance);
        return instance.exports;
      },
      wasmMemory: memory,
      print: () => undefined,
      printErr: () => undefined,
    } as unknown as NonNullable<CustomizeVariantOptions['emscriptenModule']>,
  });
  const quickjs = await newQuickJSWASMModuleFromVariant(variant);
  const stack = stackOf(exports, memory);
  let [image, top] = [usedPart(memory), stack.get()];
  return {
    quickjs,
    maxBytes,
    size: () => memory.buffer.byteLength,
    // memory and stack pointer are all the state that the engine has: its tables and other globals are constant
    mark() {
      [image, top] = [usedPart(memory), stack.get()];
    },
    reset() {
      const bytes = new Uint8Array(memory.buffer);
      bytes.set(image);
      for (let at = image.length; at < bytes.length; at += CHUNK) {
        const chunk = bytes.subarray(at, at + CHUNK);
        if (!isZero(chunk)) chunk.fill(0);
      }
      stack.set(top);
    },
  };
}

async function compile(): Promise<object> {
  return wasm.compile(await quickjsBytes());
}

/** The memory up to its last byte that is not zero. */
function usedPart(memory: Memory): Uint8Array {
  const bytes = new Uint8Array(memory.buffer);
  let end = bytes.length;
  while (end > 0 && isZero(bytes.subarray(end - CHUNK, end))) end -= CHUNK;
  return bytes.slice(0, end);
}

/**
 * Emscripten's stack functions. A host exception (the host's own stack overflowing) passes through the engine without
 * putting its stack pointer back. The build minifies the names of its exports; these are those of version 0.32.0, and
 * the check below fails if another version has others.
 */
function stackOf(exports: Record<string, unknown>, memory: Memory) {
  const get = exports['Oa'] as (() => number) | undefined;
  const set = exports['Ma'] as ((pointer: number) => void) | undefined;
  const inMemory = (pointer: unknown) =>
    typeof pointer === 'number' && pointer > 0 && pointer <= memory.buffer.byteLength;
  if (typeof get === 'function' && typeof set === 'function' && get.length === 0 && set.length === 1) {
    const pointer = get();
    set(pointer - 16);
    const moved = get();
    set(pointer);
    if (inMemory(pointer) && moved === pointer - 16 && get() === pointer) return { get, set };
  }
  throw new Error('this build of QuickJS names its stack functions differently: see stackOf in grader/sandbox/wasm.ts');
}
