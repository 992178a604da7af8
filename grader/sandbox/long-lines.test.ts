import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildSync, transformSync } from 'esbuild';
import { describe, expect, test } from 'vitest';
import { wrapLongLines } from './long-lines.ts';
import { Sandbox } from './sandbox.ts';
import { isTypeScript, transpile } from './transpile.ts';

const HONEST = fileURLToPath(new URL('../honest', import.meta.url));
const LIMITS = { ticks: 300, memoryMiB: 32 };
/** Longer than any line of a wrapped source whose words are short. */
const LONGEST = 200;

function longest(code: string): number {
  return Math.max(...code.split('\n').map(({ length }) => length));
}

/** The right submissions of others, by path. */
function rightOnes(): string[] {
  const all = readdirSync(HONEST, { recursive: true, encoding: 'utf8' });
  return all.filter((path) => /[\\/]correct--[^\\/]*\.ts$/.test(path) && statSync(join(HONEST, path)).isFile());
}

/** A hundred right submissions in one line of more than 30 KB, as a bundler writes it. */
function bundle(): string {
  const exports = rightOnes()
    .slice(0, 100)
    .map((path, n) => `export * as n${n} from ${JSON.stringify(join(HONEST, path))};`);
  const built = buildSync({
    stdin: { contents: exports.join('\n'), resolveDir: HONEST },
    bundle: true,
    minify: true,
    format: 'esm',
    write: false,
  });
  return (built.outputFiles[0]?.text ?? '').trim();
}

describe('a wrapped source', () => {
  test.each([
    ['let a;'.repeat(6000), 1],
    ['const a;'.repeat(6000), 1],
    [`let s = '${'x'.repeat(300)}';${'let a;'.repeat(600)}`, 1],
    [`first();\n\n${'f(1,2),'.repeat(600)}0;\nlast();`, 4],
  ])('has no long line but those that cannot be broken', (code, lines) => {
    const wrapped = wrapLongLines(code);
    expect(wrapped?.code.replaceAll('\n', '')).toBe(code.replaceAll('\n', ''));
    const [first = '', ...others] = (wrapped?.code ?? '').split('\n');
    expect(longest(others.join('\n'))).toBeLessThan(LONGEST);
    expect(first.length).toBeLessThan(320);
    expect(wrapped?.originalLine(others.length + 1)).toBe(lines);
  });

  test('is none where no line is long', () => {
    expect(wrapLongLines(`${'let a;\n'.repeat(1000)}`)).toBeNull();
  });

  test('says in which line of the original a line lies', () => {
    const code = `one;\n${'two;'.repeat(100)}\n\n${'four();'.repeat(100)}\nfive;`;
    const wrapped = wrapLongLines(code);
    const lines = (wrapped?.code ?? '').split('\n');
    expect(lines.length).toBeGreaterThan(8);
    const origins = lines.map((line, at) => [line.slice(0, 3), wrapped?.originalLine(at + 1)]);
    const expected = { one: 1, two: 2, '': 3, fou: 4, fiv: 5 };
    for (const [word, line] of origins) expect(expected[word as keyof typeof expected]).toBe(line);
  });

  const NOT_BROKEN = [
    ['a string', `const s = "${'a;b,c{'.repeat(60)}";`],
    ['a string with an escaped quote', `const s = '\\'${'a;b,c{'.repeat(60)}';`],
    ['a template', `const s = \`${'a;b,c{'.repeat(60)}\`;`],
    ['the text of a template behind a substitution', `const s = \`\${ f({ a: {} }) }${'a;b,c'.repeat(60)}\`;`],
    ['a template within a template', `const s = \`\${ \`\${1}${'a;b,'.repeat(60)}\` }${'a;b,'.repeat(60)}\`;`],
    ['a comment', `/*${'a;b,c{'.repeat(60)}*/ const a = 1;`],
    ['a comment to the end of its line', `const a = 1; //${'a;b,c{'.repeat(60)}`],
    ['a regular expression', `const r = /[/"]${'a;b,c'.repeat(60)}/.test(s);`],
    ['a regular expression as an argument', `f(/${'a;b,c"'.repeat(60)}/g, 1);`],
    ['a regular expression behind a condition', `if (a) /${'a;b,c'.repeat(60)}/.test(s);`],
    ['a regular expression behind a word', `const f = (s) => { return /${'a;b,c'.repeat(60)}/.test(s) };`],
  ] as const;
  test.each(NOT_BROKEN)('%s is left whole', (_, code) => {
    expect(
      wrapLongLines(code)
        ?.code.split('\n')
        .map((line) => line.trim()),
    ).toSatisfy((lines: string[]) => lines.every((line) => line.length > 100 || !line.includes('a;b')));
  });

  test('a division is not taken for a regular expression', () => {
    const code = `x = (a + b) / 2; y = c[0] / d; z = e++ / 2; ${'s = "/"; '.repeat(60)}`;
    expect(longest(wrapLongLines(code)?.code ?? '')).toBeLessThan(LONGEST);
  });
});

test('right submissions in one line each have no error when wrapped, and mean the same', () => {
  const differing = rightOnes().filter((path) => {
    const minified = transformSync(readFileSync(join(HONEST, path), 'utf8'), {
      loader: 'ts',
      minify: true,
    }).code.trim();
    const wrapped = wrapLongLines(minified);
    if (wrapped === null) return false;
    return (
      transformSync(wrapped.code, { minifyWhitespace: true }).code !==
      transformSync(minified, { minifyWhitespace: true }).code
    );
  });
  expect(differing).toEqual([]);
});

test('a right submission in one line of more than 30 KB loads as .ts and as .js', async () => {
  const code = bundle();
  expect(code.split('\n')).toHaveLength(1);
  expect(code.length).toBeGreaterThan(30_000);
  for (const path of ['ada.ts', 'ada.js']) {
    const softmax = 'export function softmax(z){return z}';
    const sandbox = await Sandbox.open([{ path, code: `${softmax}${code}` }], LIMITS);
    expect(sandbox.failures).toEqual([]);
    expect([...sandbox.functions.keys()]).toEqual(['softmax']);
    expect(longest(wrapLongLines(code)?.code ?? '')).toBeLessThan(2000);
    sandbox.dispose();
  }
});

describe('errors in a long line', () => {
  test.each([
    ['let a;', 'Identifier `a` has already been declared'],
    ['const a;', 'Missing initializer in const declaration'],
    ['x.#p;', "Private identifier '#p' is not allowed outside class bodies"],
  ])('thousands of %s are told by the first, at its line of the original', async (piece, message) => {
    const code = `export const relu = (z: number): number => z;\n\n${piece.repeat(6000)}\n`;
    expect(await transpile('ada.ts', code)).toEqual({ message: `SyntaxError: ${message}`, line: 3 });
  });

  test('a few are told as in any other line', async () => {
    expect(await transpile('ada.ts', `\nlet a;${'f();'.repeat(100)}let a;`)).toEqual({
      message: 'SyntaxError: Identifier `a` has already been declared',
      line: 2,
    });
  });

  test('what esbuild alone accepts is accepted in a long line, too', async () => {
    const names = Array.from({ length: 60 }, (_, n) => `export let x${n} = ${n};`);
    const code = `export namespace N { ${names.join('')} }`;
    expect(code.length).toBeGreaterThan(1000);
    expect(await transpile('ada.ts', code)).toHaveProperty('code');
  });

  test('TypeScript in a long line of a .js file is recognized', async () => {
    const code = `export const f = (x: number): number => x;${'f(1 as number);'.repeat(100)}`;
    expect(await isTypeScript('ada.js', code)).toBe(true);
    expect(await isTypeScript('ada.js', 'const a;'.repeat(6000))).toBe(false);
  });
});
