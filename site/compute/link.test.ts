import { describe, expect, test } from 'vitest';
import { fragmentOf, readFragment } from './link.ts';

describe('a link carries the input', () => {
  test.each([
    { args: [[[0, -0, Number.NaN, -Infinity]], { axis: 0 }] },
    { args: [['a&b=c#d', '<img onerror=x>', '🙂', '+ %']], upstream: [1, 2] },
    { args: [] },
  ])('%o', (input) => {
    const fragment = fragmentOf('softmax', input, ['wasm', 'cpu']);
    expect(fragment).not.toMatch(/[\s<>"]/);
    expect(readFragment(fragment ?? '')).toEqual({ name: 'softmax', input, backends: ['wasm', 'cpu'] });
  });

  test('what is too long for a link has none', () => {
    expect(fragmentOf('softmax', { args: [Array.from({ length: 5000 }, () => 0.125)] }, [])).toBeNull();
  });
});

test('a name alone is a link too', () => {
  expect(readFragment('')).toBeNull();
  expect(readFragment('#softmax')).toEqual({ name: 'softmax', input: null, backends: [] });
});

test.each([
  ['', [], undefined],
  ['reference,cpu', ['cpu'], undefined],
  ['cuda,wasm', ['wasm'], 'with in this link: expected any of wasm, webgpu, cpu, got cuda'],
  ['tfjs-node,x', [], 'with in this link: expected any of wasm, webgpu, cpu, got tfjs-node, x'],
])('a backend that no page has is left out, and named: with=%s', (names, backends, notice) => {
  expect(readFragment(`#formula=softmax&with=${names}`)).toEqual({ name: 'softmax', input: null, backends, notice });
});

test.each([
  ['#formula=softmax&args=[[1,', 'this link cannot be read: args: not JSON at line 1, column 5'],
  ['#formula=softmax&args={"a":1}', 'the arguments in this link are not a list'],
  [`#formula=softmax&args=${'['.repeat(200_000)}`, 'at most 32 levels'],
  ['#args=[]', 'names no formula'],
  ['#formula=softmax&args=[]&upstream=x', 'this link cannot be read: upstream: not JSON'],
])('a broken link says what is wrong: %s', (fragment, message) => {
  expect(() => readFragment(fragment)).toThrow(SyntaxError);
  expect(() => readFragment(fragment)).toThrow(message);
});
