/** Statements that only Python has. */
const PYTHON =
  /^[ \t]*(?:def\s+\w+\s*\([^)\n]{0,200}\)[^\n]{0,80}:|from\s+[\w.]+\s+import\s|import\s+\w+(?:\s+as\s+\w+)?[ \t]*$)/m;

/** What the engine's words for a syntax error mean, with what to do. */
const MEANINGS: readonly [words: RegExp, meaning: string][] = [
  [/octal/, 'a number that starts with 0 is not allowed in a module: write it without the 0, or as 0o10'],
  [/invalid keyword: with/, 'with is not allowed in a module: name the object each time, as Math.sin'],
  [/unsupported keyword: export/, 'export stands inside a function or a block: a } before it is missing'],
  [
    /unsupported keyword: import/,
    'import stands inside a function or a block: move it to the top, or add the } that is missing',
  ],
  [/invalid redefinition|has already been declared/, 'it is declared twice: keep one'],
];

/** What to do about a source that cannot be parsed, where it can be told; otherwise null. */
export function syntaxAdvice(code: string, message: string): string | null {
  const start = code.trimStart();
  if (start.startsWith('{') && /"nbformat"|"cells"/.test(code))
    return 'this is a notebook: hand in its code alone, as a .js or .ts file';
  if (start.startsWith('<')) return 'this is HTML: hand in the code alone, as a .js or .ts file';
  if (PYTHON.test(code)) return 'this is Python: the exercises are written in JavaScript or TypeScript';
  return MEANINGS.find(([words]) => words.test(message))?.[1] ?? null;
}
