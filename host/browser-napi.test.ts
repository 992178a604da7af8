import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { parseSync } from 'oxc-parser';
import { beforeAll, expect, test } from 'vitest';
import { instantiate, type NativeModule } from './browser-napi.ts';

// oxc's parser as WebAssembly, in Node: it must say what its native build says.

let parser: NativeModule;
const memory = new WebAssembly.Memory({ initial: 1_000, maximum: 16_384 });

beforeAll(async () => {
  const file = createRequire(import.meta.url).resolve('oxc-parser/parser.wasm32-wasip1.wasm');
  parser = await instantiate(await WebAssembly.compile(readFileSync(file)), memory);
});

interface Parsed {
  program: string;
  module: unknown;
  errors: unknown;
}

function parsed(code: string, lang: 'js' | 'ts'): { program: unknown; module: unknown; errors: unknown } {
  const parse = parser.exports['parseSync'] as (...args: unknown[]) => Parsed;
  const result = parse(`module.${lang}`, code, { lang, sourceType: 'module' });
  const { program, module, errors } = result;
  parser.release(result);
  return { program: (JSON.parse(program) as { node: unknown }).node, module, errors };
}

test.each([
  ['a module', 'js', "import { a as b } from './a';\nexport const c = b + 1;\nexport default c;"],
  ['types', 'ts', 'export function f(x: number, { y = 1 }: { y?: number } = {}): number { return x as number + y; }'],
  ['letters of two and of four bytes', 'js', "const é = '𝒙'; export { é };"],
  ['a fault with its place', 'js', 'let a;\nlet a;\nconst = 3;'],
  ['nothing', 'ts', ''],
  ['a long text', 'js', `const a = [${'1,'.repeat(500)}];`],
] as const)('%s is parsed as by the native build', (_, lang, code) => {
  const { program, module, errors } = parseSync(`module.${lang}`, code, { lang, sourceType: 'module' });
  expect(parsed(code, lang)).toEqual({ program, module, errors });
});

test('what is released is freed: a thousand sources take the memory of a few', () => {
  const code = `const a = [${'1,'.repeat(5_000)}];`;
  const grown = (): number => {
    parsed(code, 'js');
    return memory.buffer.byteLength;
  };
  for (let n = 0; n < 20; n++) grown();
  const few = grown();
  for (let n = 0; n < 1000; n++) grown();
  expect(grown()).toBe(few);
});

test('what the build throws is thrown', () => {
  const parse = parser.exports['parseSync'] as (...args: unknown[]) => unknown;
  expect(() => parse(1, 2)).toThrow(/string/i);
});
