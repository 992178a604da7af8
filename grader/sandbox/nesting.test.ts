import { expect, test } from 'vitest';
import { nestingFault } from './nesting.ts';

test.each([
  { code: '('.repeat(600), fault: 'brackets nested more than 500 deep' },
  { code: '- '.repeat(5000), fault: 'more than 4000 words and signs' },
  { code: 'if (0) 0; else '.repeat(2500), fault: 'more than 2000 branches of else' },
  { code: `// a comment\n${'!'.repeat(5000)}`, fault: 'more than 4000 words and signs' },
  { code: `const pattern = /'/;\n${'('.repeat(600)}`, fault: 'brackets nested more than 500 deep' },
])('$fault', ({ code, fault }) => {
  expect(nestingFault(code)).toContain(fault);
});

test.each([
  { what: 'a line of signs in a comment', code: `// ${'-'.repeat(9000)}\n` },
  { what: 'a drawing in a comment', code: `/* ${'+ ( ['.repeat(9000)}*/` },
  { what: 'brackets in a string', code: `const a = '${'(['.repeat(9000)}';` },
  { what: 'an escaped quote in a string', code: `const a = '\\'${'('.repeat(9000)}';` },
  { what: 'a comment without end', code: `/* ${'('.repeat(9000)}` },
  { what: 'names that hold else', code: 'elsewhere(orElse); '.repeat(5000) },
  { what: 'a long list', code: `const a = [${'1, '.repeat(9000)}];` },
])('$what is fine', ({ code }) => {
  expect(nestingFault(code)).toBeNull();
});
