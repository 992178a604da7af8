const NODE = 'part of Node.js';
const BROWSER = 'part of a browser';
const EITHER = 'part of Node.js and of browsers';
const PACKAGE = 'a package';

/** Globals that people use and the language does not have; advice.ts speaks of CommonJS. */
const HOSTS: ReadonlyMap<string, string> = new Map([
  ...['process', 'Buffer', '__dirname', '__filename', 'global'].map((n) => [n, NODE] as const),
  ...['window', 'document', 'navigator', 'alert', 'prompt', 'localStorage', 'requestAnimationFrame'].map(
    (n) => [n, BROWSER] as const,
  ),
  ...['performance', 'setTimeout', 'setInterval', 'fetch', 'crypto', 'URL', 'TextEncoder'].map(
    (n) => [n, EITHER] as const,
  ),
  ...['tf', 'math', 'mathjs', 'np', 'numpy', 'nj', 'numeric', 'ndarray'].map((n) => [n, PACKAGE] as const),
]);

/** The name in the engine's words for one that is not defined, or null. */
export function undefinedName(message: string): string | null {
  return /ReferenceError: '?([\w$]+)'? is not defined/.exec(message)?.[1] ?? null;
}

/** What to do about a global that is not there, in one sentence; null for any other name. */
export function hostAdvice(name: string): string | null {
  const host = HOSTS.get(name);
  if (host === undefined) return null;
  return host === PACKAGE
    ? `${name} is a package, and none is there: write it with arrays, loops and Math`
    : `${name} is ${host}, and the grader runs the language alone: take it out`;
}
