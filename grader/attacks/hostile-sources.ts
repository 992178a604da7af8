import { type ClassAttack, HONEST_RELU, HONEST_SOFTMAX } from './class-attack.ts';
import { code, graded, HONEST, INVALID, named, softmax, zip } from './class-attack-fixture.ts';

const BOTH = HONEST_RELU + HONEST_SOFTMAX;
const folder = (
  entry: string,
  files: Readonly<Record<string, string>>,
  expected: ClassAttack['expected'],
): ClassAttack => ({
  entry,
  made: { folder: files },
  expected,
});
const many = (count: number, file: (n: number) => string): Record<string, string> =>
  Object.fromEntries(Array.from({ length: count }, (_, n) => [`f${n}.js`, file(n)]));

/** Sources, folders and archives that attack what reads them, and results that attack the record. */
export const HOSTILE_SOURCES: readonly ClassAttack[] = [
  // NUL ends a source for the engine: what follows it would not be judged
  code('nul-behind-the-code.js', `${BOTH}\0`, INVALID('NUL')),
  code('nul-hides-the-rest.js', `${BOTH}\0throw new Error('never read');`, INVALID('NUL')),
  code('nul-before-the-code.js', `\0${BOTH}`, INVALID('NUL')),
  { entry: 'utf16-without-a-mark.js', made: Buffer.from(BOTH, 'utf16le'), expected: INVALID('NUL') },
  {
    entry: 'overlong-utf8.js',
    made: Buffer.concat([Buffer.from([0xc0, 0xaf]), Buffer.from(BOTH)]),
    expected: INVALID('UTF-8'),
  },

  // a chain that overflows the host's stack, in code that takes long to load: what it costs is counted, not timed
  code(
    'chain-of-iterators.js',
    `${HONEST_RELU}let s = 0; for (let i = 0; i < 1e5; i++) s += i;
let it = [1, 2, 3].values(); try { for (let i = 0; i < 3e4; i++) it = it.map((x) => x); } catch {}
export const softmax = (z) => { if (z[0][0] > 0.5) it.next(); return z; };`,
    graded(['timeout', 'error', 'wrong']),
  ),
  code('second-by-second-without-a-tick.js', softmax('return (7n ** 300_000n).toString().length;'), graded('timeout')),
  code('huge-numbers-by-the-thousand.js', softmax('return new Array(199_000).fill(1e308);'), graded('wrong')),

  // what the grader's own scan of the text might stumble over
  code('import-and-a-desert.js', `import${' '.repeat(4e5)}\n${BOTH}`, INVALID('SyntaxError')),
  code('desert-in-a-comment.js', `/* from${'\n'.repeat(4e5)}*/ ${BOTH}`, HONEST),
  code('drawing-in-a-comment.js', `// ${'-'.repeat(9000)}\n/* ${'+ '.repeat(9000)}*/\n${BOTH}`, HONEST),
  code('brackets-in-a-string.js', `const art = '${'(['.repeat(9000)}';\n${BOTH}`, HONEST),
  code('escaped-name.js', BOTH.replace('softmax', 's\\u006fftmax'), HONEST),
  code('look-alike-letter.js', BOTH.replace('softmax', 's\u043eftmax'), graded('missing')),
  // parsers quote the line of each error
  code('errors-in-one-line.ts', 'let a;'.repeat(6000), INVALID('already been declared')),
  code('errors-in-one-line-of-javascript.js', 'const a;'.repeat(6000), INVALID('SyntaxError')),
  code(
    'right-in-one-line.ts',
    BOTH.replaceAll('\n', ' ') + Array.from({ length: 3000 }, (_, n) => `let v${n}="${n}";`).join(''),
    HONEST,
  ),
  code('old-line-ends.js', BOTH.replaceAll('\n', '\r'), HONEST),
  code(
    'exports-with-odd-names.js',
    `${BOTH}export { relu as "__proto__", relu as "\\u001b[2J", relu as "a\\u0000b" };`,
    HONEST,
  ),
  code('nested-loops-with-semicolons.js', `export function softmax() { ${'for(;0;)'.repeat(4e4)}; }`, INVALID()),
  code('export-assignment.ts', 'export = { softmax: (x: number[][]) => x };', INVALID()),
  code(
    'namespace-of-that-name.ts',
    `export namespace softmax { export const x = 1; }\n${HONEST_RELU}`,
    graded('missing'),
  ),
  code(
    'class-of-that-name.ts',
    `export class softmax { constructor(private x: number) {} }\n${HONEST_RELU}`,
    graded('error'),
  ),

  // folders
  folder(
    'names-of-the-grader',
    { '<grader>.js': HONEST_RELU, '<fault>a.js': HONEST_SOFTMAX, '__proto__.js': '' },
    HONEST,
  ),
  folder(
    'stars-in-a-circle',
    { 'a.js': `export * from './b';\n${HONEST_RELU}`, 'b.js': `export * from './a';\n${HONEST_SOFTMAX}` },
    HONEST,
  ),
  folder(
    'nine-hundred-deep',
    many(900, (n) => (n < 899 ? `export * from './f${n + 1}';` : BOTH)),
    HONEST,
  ),
  folder(
    'three-hundred-faults',
    many(300, (n) => `throw ${n};`),
    INVALID('and 295 more'),
  ),
  folder(
    'a-hundred-loops',
    many(100, () => 'for (;;);'),
    INVALID('too long to load'),
  ),
  folder(
    'one-long-name-twice',
    {
      'a.js': `const f = () => 1; export { f as "${'n'.repeat(1e5)}" };`,
      'b.js': `const f = () => 2; export { f as "${'n'.repeat(1e5)}" };`,
    },
    INVALID('both export'),
  ),

  // archives
  zip('zip-of-a-long-name.zip', [{ name: `${'n'.repeat(60_000)}.js`, data: BOTH }], INVALID('longer than')),
  zip(
    'zip-of-a-dot.zip',
    [
      { name: 'a.js', data: BOTH },
      { name: './a.js', data: 'throw 1;' },
    ],
    INVALID('twice'),
  ),
  zip('zip-of-a-drive.zip', [{ name: 'C:/a.js', data: BOTH }], INVALID('out of the archive')),
  zip(
    'zip-of-two-accents.zip',
    [
      { name: 'é.js', data: BOTH },
      { name: 'e\u0301.js', data: 'throw 1;' },
    ],
    INVALID('twice'),
  ),
  zip('zip-of-a-wrong-sum.zip', [{ name: 'a.js', data: BOTH, crc: 1 }], INVALID('checksum')),
  zip('zip-with-a-password.zip', [{ name: 'a.js', data: BOTH, flags: 0x801 }], INVALID('encrypted')),

  // names
  named('-0.js', '-0'),
  named('{{7*7}}.js', '{{7*7}}'),
  named('a\u2028b.js', 'a\u2028b'),
  named('\u200b.js', '\u200b'),

  // results that would make the record long, or tell the hidden inputs
  code(
    'writes-its-input-down.js',
    `const seen = [];\n${softmax('seen.push(logits); return JSON.stringify(seen);')}`,
    graded('wrong'),
  ),
  code('throws-its-input.js', softmax('throw new Error(JSON.stringify(logits));'), graded('error')),
  code('names-its-input.js', softmax('return { [JSON.stringify(logits)]: 1 };'), graded('wrong')),
  code('long-text.js', softmax("return 'x'.repeat(199000);"), graded('wrong')),
  code('long-key.js', softmax("return { ['k'.repeat(190000)]: 1 };"), graded('wrong')),
  code('many-numbers.js', softmax('return logits.map(() => new Float64Array(1500).fill(1 / 3));'), graded('wrong')),
  code(
    'asks-what-stands-in.js',
    softmax('return globalThis["__backproof" + "StandIn"]("softmax", [logits]);'),
    graded('error'),
  ),
];
