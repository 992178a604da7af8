import { expect, test } from 'vitest';
import type { Value } from '../../properties/values/value.ts';
import { rebind } from './rebind.ts';
import { Sandbox, type Substitution } from './sandbox.ts';

const ROOM = '$room0123456789';
const LIMITS = { ticks: 60, memoryMiB: 32 };

function replaced(...names: string[]): Substitution {
  return {
    room: ROOM,
    names,
    rewrite: (code) => rebind(code, new Set(names), ROOM).code,
    answer: (name, args) => `['${name}',${args.length}]`,
  };
}

/** What `look` returns in a module whose `sigmoid` and `tanh` are replaced, or are not. */
async function seen(code: string, substitution: Substitution | null): Promise<Value> {
  const sandbox = await Sandbox.open([{ path: 'ada.js', code }], LIMITS, substitution);
  try {
    expect(sandbox.failures).toEqual([]);
    const outcome = sandbox.call('look', []);
    expect(outcome).toMatchObject({ kind: 'value' });
    return 'value' in outcome ? outcome.value : null;
  } finally {
    sandbox.dispose();
  }
}

const look = (body: string): string =>
  `export function sigmoid(z) { return z; }\nexport const tanh = (z) => z;\nexport function look() { ${body} }`;

test.each([
  ['a global', 'return Object.getOwnPropertyNames(globalThis).join();'],
  ['a symbol', 'return Object.getOwnPropertySymbols(globalThis).length;'],
])('%s more than usual is not there', async (_, body) => {
  expect(await seen(look(body), replaced('sigmoid', 'tanh'))).toEqual(await seen(look(body), null));
});

test.each([
  ['the text of functions', 'return [sigmoid, tanh, look].map(String).join();'],
  [
    'their properties',
    'return [sigmoid, tanh].map((f) => JSON.stringify([f.name, f.fileName, f.length, Object.getOwnPropertyNames(f)])).join();',
  ],
  ['a stack', 'try { sigmoid(() => 1); null.x } catch (error) { return error.stack } return new Error().stack;'],
  [
    'a stack of theirs',
    'let all = ""; const old = Error; try { sigmoid({ get z() { return 1 } }); } catch (e) { all += e.stack } return all + new old().stack;',
  ],
  [
    'patched built-ins',
    'let all = ""; for (const on of [Object, Reflect, JSON, Array.prototype, String.prototype, Function.prototype]) for (const key of Object.getOwnPropertyNames(on)) { if (typeof Object.getOwnPropertyDescriptor(on, key).value !== "function") continue; const was = on[key]; try { on[key] = function (...args) { for (let i = 0; i < args.length; i++) if (typeof args[i] === "string") all += args[i]; return was.apply(this, args); }; sigmoid(1); tanh([2]); } catch {} finally { on[key] = was; } } return all.slice(0, 9999);',
  ],
  ['a direct eval', 'return eval("Object.keys(globalThis).join() + typeof handedOver + typeof of");'],
])('%s do not say where the replacements come from', async (_, body) => {
  const text = JSON.stringify(await seen(look(body), replaced('sigmoid', 'tanh')));
  expect(text).not.toContain(ROOM.slice(1));
});

test.each([
  'globalThis["__backproof" + "StandIn"]',
  'globalThis["handed" + "Over"]',
  '(0, eval)("typeof sigmoid") === "undefined" ? undefined : 1',
])('%s leads nowhere', async (expression) => {
  expect(await seen(look(`return typeof (${expression});`), replaced('sigmoid', 'tanh'))).toBe('undefined');
});

test('only a function that the source exports is there, and by its own name', async () => {
  expect(
    await seen(look('return [sigmoid(1), tanh(1), [1].map(tanh)];'), replaced('sigmoid', 'tanh', 'softmax')),
  ).toEqual([['sigmoid', 3], ['tanh', 3], [['tanh', 9]]]);
  expect(await seen(look('return typeof softmax;'), replaced('sigmoid', 'softmax'))).toBe('undefined');
  expect(await seen(look('return import("softmax").then ? 1 : 0;'), replaced('softmax'))).toBe(1);
});

test.each([
  [
    'a declaration between two lines without semicolons',
    'const a = String\nexport function sigmoid(z) {}\n(1, 2)\nexport const look = () => sigmoid(1);',
  ],
  [
    'a use before the declaration',
    'const first = sigmoid(1);\nexport function sigmoid(z) {}\nexport const look = () => first;',
  ],
  [
    'a last line that is a comment',
    'export const look = () => s(1);\nexport { s as sigmoid };\nfunction s() {} // the end',
  ],
  ['several in one statement', 'export const a = 1, sigmoid = (z) => z, look = () => sigmoid(1);'],
  ['a hashbang', '#!/usr/bin/env node\nexport function sigmoid(z) {}\nexport const look = () => sigmoid(1);'],
])('%s is rewritten to code that runs', async (_, code) => {
  expect(await seen(code, replaced('sigmoid'))).toEqual(['sigmoid', 3]);
});
