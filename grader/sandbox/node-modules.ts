/** The modules of Node.js, from its version 20 on: what a specifier names must not depend on where a submission is judged. */
const MODULES = new Set(
  (
    'assert assert/strict async_hooks buffer child_process cluster console constants crypto dgram diagnostics_channel dns ' +
    'dns/promises domain events fs fs/promises http http2 https inspector inspector/promises module net os path path/posix ' +
    'path/win32 perf_hooks process punycode querystring readline readline/promises repl stream stream/consumers ' +
    'stream/promises stream/web string_decoder sys timers timers/promises tls trace_events tty url util util/types v8 vm ' +
    'wasi worker_threads zlib'
  ).split(' '),
);
/** Those that are found under `node:` alone. */
const PREFIXED = new Set(['sea', 'sqlite', 'test', 'test/reporters']);

/** Whether a specifier names a part of Node.js. */
export function isNodeModule(specifier: string): boolean {
  const name = specifier.replace(/^node:/, '');
  return MODULES.has(name) || (name !== specifier && PREFIXED.has(name));
}
