/*
 * The part of Node-API that oxc's WebAssembly builds call, so that a page can run them. The loader that comes with them starts
 * threads and builds code from strings, which a page that forbids the latter cannot.
 */

/** What a build exports to JavaScript. */
export type Exports = Record<string, unknown>;

/** A build that runs. */
export interface NativeModule {
  exports: Exports;
  /** Frees what an object of the build holds of its memory; it cannot be used afterwards. */
  release(object: object): void;
}

const OK = 0;
const [INVALID, OBJECT_EXPECTED, STRING_EXPECTED, BOOLEAN_EXPECTED, PENDING_EXCEPTION] = [1, 2, 3, 7, 10];
const TYPES = [
  'undefined',
  'null',
  'boolean',
  'number',
  'string',
  'symbol',
  'object',
  'function',
  'external',
  'bigint',
];
const AUTO_LENGTH = 0xffff_ffff;
const STATIC = 1 << 10;
/** Bytes of a description of a property, and of what is before the environment that the build sees. */
const [DESCRIPTOR, BEFORE_ENV] = [32, 8];

type Callback = (env: number, info: number) => number;
type Finalizer = (env: number, data: number, hint: number) => void;
interface Info {
  self: unknown;
  args: readonly unknown[];
  data: number;
}
interface Wrapped {
  data: number;
  finalizer: number;
  hint: number;
}

/** @param memory what the build computes in; it says how large that must be at least */
export async function instantiate(module: WebAssembly.Module, memory: WebAssembly.Memory): Promise<NativeModule> {
  const utf8 = { encoder: new TextEncoder(), decoder: new TextDecoder() };
  /** what a number stands for while a call is under way; 0 is none */
  const values: unknown[] = [null];
  const references = new Map<number, unknown>();
  const infos: Info[] = [];
  const wrapped = new WeakMap<object, Wrapped>();
  let pending: { error: unknown } | null = null;
  let lastReference = 0;
  let env = 0;
  let table: WebAssembly.Table | null = null;

  const bytes = (): Uint8Array => new Uint8Array(memory.buffer);
  const view = (): DataView => new DataView(memory.buffer);
  const write = (at: number, value: number): typeof OK => {
    if (at !== 0) view().setUint32(at, value, true);
    return OK;
  };
  const writeByte = (at: number, value: boolean): typeof OK => {
    bytes()[at] = value ? 1 : 0;
    return OK;
  };
  const read = (at: number): number => view().getUint32(at, true);
  const handle = (value: unknown): number => values.push(value) - 1;
  const give = (at: number, value: unknown): typeof OK => write(at, handle(value));
  const object = (id: number): Record<PropertyKey, unknown> => values[id] as Record<PropertyKey, unknown>;
  const text = (at: number, length: number = AUTO_LENGTH): string => {
    const end = length >>> 0 === AUTO_LENGTH ? bytes().indexOf(0, at) : at + length;
    // A copy, since what is shared cannot be decoded.
    return utf8.decoder.decode(bytes().slice(at, end));
  };
  const at = <T>(index: number): T => table?.get(index) as T;
  const list = (count: number, from: number): unknown[] =>
    Array.from({ length: count }, (_, i) => values[read(from + 4 * i)]);

  /** Calls into the build; what it threw is thrown on. */
  const enter = <T>(call: () => T): T => {
    const depth = values.length;
    const outer = infos.length;
    try {
      const result = call();
      if (pending !== null) {
        const { error } = pending;
        pending = null;
        throw error;
      }
      return result;
    } finally {
      infos.length = outer;
      if (outer === 0) values.length = depth;
    }
  };
  /** Calls out of the build; what is thrown is kept for it. */
  const leave = (call: () => number): number => {
    if (pending !== null) return PENDING_EXCEPTION;
    try {
      return call();
    } catch (error) {
      pending = { error };
      return PENDING_EXCEPTION;
    }
  };
  const functionOf = (callback: number, data: number): ((this: unknown, ...args: unknown[]) => unknown) =>
    function (this: unknown, ...args: unknown[]) {
      return enter(() => {
        const info = infos.push({ self: this, args, data });
        return values[at<Callback>(callback)(env, info)];
      });
    };
  const define = (target: object, descriptor: number): void => {
    const [name, key, method, getter, setter, value, attributes, data] = Array.from({ length: 8 }, (_, i) =>
      read(descriptor + 4 * i),
    ) as [number, number, number, number, number, number, number, number];
    const property = name === 0 ? (values[key] as PropertyKey) : text(name);
    const flags = { enumerable: (attributes & 2) !== 0, configurable: (attributes & 4) !== 0 };
    if (getter !== 0 || setter !== 0) {
      const get = getter === 0 ? {} : { get: functionOf(getter, data) };
      const set = setter === 0 ? {} : { set: functionOf(setter, data) };
      Object.defineProperty(target, property, { ...flags, ...get, ...set });
    } else {
      const writable = (attributes & 1) !== 0;
      const own = method === 0 ? values[value] : functionOf(method, data);
      Object.defineProperty(target, property, { ...flags, writable, value: own });
    }
  };
  const classOf = (constructor: number, data: number): (new (...args: unknown[]) => object) => {
    const construct = functionOf(constructor, data);
    return class {
      constructor(...args: unknown[]) {
        construct.apply(this, args);
      }
    };
  };

  const napi: Record<string, (...args: number[]) => unknown> = {
    napi_get_undefined: (_, result = 0) => give(result, undefined),
    napi_get_null: (_, result = 0) => give(result, null),
    napi_get_global: (_, result = 0) => give(result, globalThis),
    napi_get_boolean: (_, value = 0, result = 0) => give(result, value !== 0),
    napi_create_object: (_, result = 0) => give(result, {}),
    napi_create_array_with_length: (_, length = 0, result = 0) => give(result, Array.from({ length })),
    napi_create_uint32: (_, value = 0, result = 0) => give(result, value >>> 0),
    napi_create_string_utf8: (_, from = 0, length = 0, result = 0) => give(result, text(from, length)),
    napi_create_error: (_, code = 0, message = 0, result = 0) =>
      give(result, Object.assign(new Error(String(values[message])), code === 0 ? {} : { code: values[code] })),
    napi_create_function: (_, _name, _length, callback = 0, data = 0, result = 0) =>
      give(result, functionOf(callback, data)),
    napi_define_class: (_, _name, _length, constructor = 0, data = 0, count = 0, descriptors = 0, result = 0) => {
      const made = classOf(constructor, data);
      for (let i = 0; i < count; i++) {
        const descriptor = descriptors + DESCRIPTOR * i;
        define((read(descriptor + 24) & STATIC) !== 0 ? made : made.prototype, descriptor);
      }
      return give(result, made);
    },
    napi_define_properties: (_, target = 0, count = 0, descriptors = 0) => {
      for (let i = 0; i < count; i++) define(object(target), descriptors + DESCRIPTOR * i);
      return OK;
    },

    napi_typeof: (_, value = 0, result = 0) => {
      const known = values[value];
      return write(result, TYPES.indexOf(known === null ? 'null' : typeof known));
    },
    napi_is_array: (_, value = 0, result = 0) => writeByte(result, Array.isArray(values[value])),
    napi_is_error: (_, value = 0, result = 0) => writeByte(result, values[value] instanceof Error),
    napi_strict_equals: (_, a = 0, b = 0, result = 0) => writeByte(result, values[a] === values[b]),
    napi_coerce_to_object: (_, value = 0, result = 0) => give(result, Object(values[value])),
    napi_coerce_to_string: (_, value = 0, result = 0) => leave(() => give(result, String(values[value]))),
    napi_get_prototype: (_, value = 0, result = 0) => give(result, Object.getPrototypeOf(values[value])),
    napi_get_array_length: (_, value = 0, result = 0) => write(result, (values[value] as unknown[]).length),
    napi_get_value_bool: (_, value = 0, result = 0) =>
      typeof values[value] === 'boolean' ? writeByte(result, values[value]) : BOOLEAN_EXPECTED,
    napi_get_value_string_utf8: (_, value = 0, buffer = 0, size = 0, result = 0) => {
      const string = values[value];
      if (typeof string !== 'string') return STRING_EXPECTED;
      const encoded = utf8.encoder.encode(string);
      if (buffer === 0) return write(result, encoded.length);
      const length = Math.min(encoded.length, size - 1);
      bytes().set(encoded.subarray(0, length), buffer);
      bytes()[buffer + length] = 0;
      return write(result, length);
    },

    napi_set_named_property: (_, target = 0, name = 0, value = 0) =>
      leave(() => {
        object(target)[text(name)] = values[value];
        return OK;
      }),
    napi_get_named_property: (_, target = 0, name = 0, result = 0) =>
      leave(() => (values[target] == null ? OBJECT_EXPECTED : give(result, object(target)[text(name)]))),
    napi_has_own_property: (_, target = 0, key = 0, result = 0) =>
      writeByte(result, Object.hasOwn(object(target), values[key] as PropertyKey)),
    napi_set_property: (_, target = 0, key = 0, value = 0) =>
      leave(() => {
        object(target)[values[key] as PropertyKey] = values[value];
        return OK;
      }),
    napi_get_property: (_, target = 0, key = 0, result = 0) =>
      leave(() => give(result, object(target)[values[key] as PropertyKey])),
    napi_get_property_names: (_, target = 0, result = 0) => give(result, Object.keys(object(target))),
    napi_set_element: (_, target = 0, index = 0, value = 0) => {
      object(target)[index] = values[value];
      return OK;
    },
    napi_get_element: (_, target = 0, index = 0, result = 0) => give(result, object(target)[index]),

    napi_get_cb_info: (_, id = 0, count = 0, argv = 0, self = 0, data = 0) => {
      const info = infos[id - 1];
      if (info === undefined) return INVALID;
      if (count !== 0) {
        const room = read(count);
        write(count, info.args.length);
        if (argv !== 0) for (let i = 0; i < room; i++) give(argv + 4 * i, info.args[i]);
      }
      if (self !== 0) give(self, info.self);
      return write(data, info.data);
    },
    napi_call_function: (_, self = 0, callee = 0, count = 0, argv = 0, result = 0) =>
      leave(() => {
        const returned = Reflect.apply(values[callee] as () => unknown, values[self], list(count, argv)) as unknown;
        return result === 0 ? OK : give(result, returned);
      }),
    napi_new_instance: (_, constructor = 0, count = 0, argv = 0, result = 0) =>
      leave(() => give(result, Reflect.construct(values[constructor] as new () => object, list(count, argv)))),

    napi_wrap: (_, target = 0, data = 0, finalizer = 0, hint = 0, result = 0) => {
      wrapped.set(object(target), { data, finalizer, hint });
      if (result === 0) return OK;
      references.set(++lastReference, values[target]);
      return write(result, lastReference);
    },
    napi_unwrap: (_, target = 0, result = 0) => {
      const found = wrapped.get(object(target));
      return found === undefined ? INVALID : write(result, found.data);
    },
    napi_create_reference: (_, value = 0, _count, result = 0) => {
      references.set(++lastReference, values[value]);
      return write(result, lastReference);
    },
    napi_get_reference_value: (_, reference = 0, result = 0) => give(result, references.get(reference)),
    napi_reference_unref: (_, _reference, result = 0) => write(result, 0),
    napi_delete_reference: (_, reference = 0) => {
      references.delete(reference);
      return OK;
    },

    napi_throw: (_, error = 0) => {
      pending = { error: values[error] };
      return OK;
    },
    napi_throw_error: (_, _code, message = 0) => {
      pending = { error: new Error(text(message)) };
      return OK;
    },
    napi_is_exception_pending: (_, result = 0) => writeByte(result, pending !== null),
    napi_get_and_clear_last_exception: (_, result = 0) => {
      const error = pending?.error;
      pending = null;
      return give(result, error);
    },

    napi_open_handle_scope: (_, result = 0) => write(result, 1),
    napi_close_handle_scope: () => OK,
    // Made when a build starts; what works on this thread alone calls none.
    napi_create_threadsafe_function: (...args) => write(args[10] ?? 0, 1),
    napi_unref_threadsafe_function: () => OK,
    napi_add_env_cleanup_hook: () => OK,
    napi_remove_env_cleanup_hook: () => OK,
    emnapi_is_node_binding_available: () => 0,
    _emnapi_env_check_gc_access: () => OK,
    _emnapi_node_emit_async_init: () => OK,
    _emnapi_runtime_keepalive_push: () => OK,
    _emnapi_runtime_keepalive_pop: () => OK,
    _emnapi_ctx_increase_waiting_request_counter: () => OK,
    _emnapi_ctx_decrease_waiting_request_counter: () => OK,
    _emnapi_env_ref: () => OK,
    _emnapi_env_unref: () => OK,
    _emnapi_async_work_pool_size: () => 0,
    _emnapi_is_main_browser_thread: () => 0,
    _emnapi_is_main_runtime_thread: () => 1,
    _emnapi_get_now: () => performance.now(),
  };
  const wasi: Record<string, (...args: number[]) => unknown> = {
    random_get: (from = 0, length = 0) => {
      bytes().set(crypto.getRandomValues(new Uint8Array(length)), from);
      return OK;
    },
    environ_get: () => OK,
    environ_sizes_get: (count = 0, size = 0) => write(count, 0) + write(size, 0),
    clock_time_get: (_, _precision, result = 0) => {
      view().setBigUint64(result, BigInt(Math.round(performance.now() * 1e6)), true);
      return OK;
    },
    fd_write: () => OK,
    sched_yield: () => OK,
  };

  const imports: Record<string, Record<string, unknown>> = {};
  for (const { module: from, name, kind } of WebAssembly.Module.imports(module)) {
    const missing = (): never => {
      throw new Error(`oxc asked for ${from}.${name}, which a page has not`);
    };
    (imports[from] ??= {})[name] =
      kind === 'memory' ? memory : ((from.startsWith('wasi') ? wasi : napi)[name] ?? missing);
  }
  const instance = await WebAssembly.instantiate(module, imports as WebAssembly.Imports);
  const native = instance.exports as Record<string, (...args: number[]) => number>;
  table = instance.exports['__indirect_function_table'] as WebAssembly.Table;
  native['_initialize']?.();
  env = (native['emnapi_create_env']?.() ?? 0) + BEFORE_ENV;
  for (const name of Object.keys(native)) if (name.startsWith('__napi_register__')) native[name]?.();
  const exports: Exports = {};
  enter(() => native['napi_register_wasm_v1']?.(env, handle(exports)));
  return {
    exports,
    release(target) {
      const found = wrapped.get(target);
      wrapped.delete(target);
      if (found !== undefined && found.finalizer !== 0)
        enter(() => at<Finalizer>(found.finalizer)(env, found.data, found.hint));
    },
  };
}
