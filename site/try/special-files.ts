/** Files that the transpilers, the budgets or the reading treat in a way of their own: text, or a folder of files. */
export const SPECIAL_FILES: Readonly<Record<string, string | Readonly<Record<string, string>>>> = {
  // what the small transpiler refuses, or would translate differently
  'namespace.ts': `namespace Maths { export const larger = (a: number, b: number) => (a > b ? a : b); }
export const relu = (z: number): number => Maths.larger(0, z);
`,
  'namespace-with-let.ts': `namespace Count { export let calls = 0; export function up() { calls += 1; return calls; } }
export const relu = (z: number): number => (Count.up() > 0 ? Math.max(0, z) : 0);
`,
  'parameter-property.ts': `class Rectifier {
  constructor(private readonly least: number) {}
  of(z: number) { return z > this.least ? z : this.least; }
}
export const relu = (z: number): number => new Rectifier(0).of(z);
`,
  'enum.ts': `enum Side { Left = 'left', Right = 'right' }
const enum Bit { Off, On = 1 }
const side = (z: number): Side => (z > 0 ? Side.Right : Side.Left);
export const relu = (z: number): number => (side(z) === Side.Right ? z * Bit.On : Bit.Off);
`,
  'types-of-all-kinds.ts': `import type { Nothing } from './nowhere.ts';
declare const absent: number;
abstract class Layer<T extends number = number> {
  declare kind: string;
  protected slope!: T;
  static { void 0; }
  abstract of(z: number): number;
}
class Relu extends Layer {
  readonly least = 0;
  override of(z: number): number { return Math.max(this.least, z)!; }
}
type Kept = Nothing | undefined;
const identity = <T,>(x: T): T => x;
const options = { least: 0 } satisfies Record<string, number>;
export function relu(z: number): number;
export function relu(this: void, z: number): number {
  const kept = undefined as Kept;
  return kept ?? identity(<number>new Relu().of(z as number)) + options.least;
}
`,
  'accessor.ts':
    'class Layer { accessor least = 0; }\nexport const relu = (z: number) => Math.max(new Layer().least, z);\n',
  'decorator.ts':
    'function mark(_: unknown) {}\n@mark class Layer {}\nexport const relu = (z: number) => Math.max(0, z);\n',
  'class-fields.ts': `class Parent { set slope(_: number) { throw new Error('a setter was called'); } }
class Child extends Parent { slope = 0; least: number; }
export const relu = (z: number) => ('least' in new Child() ? Math.max(new Child().slope, z) : 0);
`,
  'markup.ts': 'const page = <div>relu</div>;\nexport const relu = (z: number) => Math.max(0, z);\n',
  'import-equals.ts': "import fs = require('fs');\nexport const relu = (z: number) => Math.max(0, z);\n",
  'export-equals.ts': 'const relu = (z: number) => Math.max(0, z);\nexport = relu;\n',
  'using.ts': `export function relu(z: number) {
  using nothing = { [Symbol.dispose ?? Symbol.for('dispose')]() {} };
  return Math.max(0, z);
}
`,

  // syntax errors, by their words and lines
  'syntax-error.ts': 'export function relu(z: number) {\n  return Math.max(0, z;\n}\n',
  'syntax-error.js': 'export function relu(z) {\n  return Math.max(0, z;\n}\n',
  'open-bracket.ts': 'export function relu(z: number) {\n  if (z > 0) {\n    return z;\n  return 0;\n}\n',
  'declared-twice.ts': 'const a = 1;\nconst a = 2;\nexport const relu = (z: number) => Math.max(0, z);\n',
  'await-outside.ts': 'export function relu(z: number) {\n  const a = await 1;\n  return z;\n}\n',
  'types-in.js': 'export function relu(z: number): number { return Math.max(0, z); }\n',
  'late-line.ts': `${'interface Kept {\n  a: number;\n}\n'.repeat(30)}export const relu = (z: number): number => {\n  throw new Error('line 92');\n};\n`,
  'python.ts': 'def relu(z):\n    return max(0, z)\n',

  // budgets
  'endless-loop.ts':
    'export function relu(z: number) { for (;;); }\nexport const sigmoid = (z: number) => 1 / (1 + Math.exp(-z));\n',
  'endless-at-load.ts': 'for (;;);\nexport const relu = (z: number) => Math.max(0, z);\n',
  'catastrophic-expression.js': `const letters = 'a'.repeat(1e6);
export function relu(z) { /(?=(a+))\\1*b/.test(letters); return Math.max(0, z); }
`,
  'memory-bomb.js': `export function relu(z) { const all = []; for (;;) all.push(new Float64Array(1e6).fill(z)); }
export const sigmoid = (z) => 1 / (1 + Math.exp(-z));
`,
  'memory-at-load.js': "let text = 'a';\nfor (;;) text += text;\nexport const relu = (z) => Math.max(0, z);\n",
  'endless-recursion.js': 'export const relu = (z) => relu(z) + 1;\n',

  // several functions, some of them by others of the same file
  'follow-through.js': `export function softmax(l) { return l.map((r) => r.map((x) => Math.exp(x))); }
export function logSoftmax(l) { return softmax(l).map((r) => r.map((x) => Math.log(x))); }
export function categoricalCrossEntropy(p, t) { return Math.log(1 - p[0][0]); }
export function softmaxCrossEntropyGradient(l, t) {
  return logSoftmax(l).map((r, n) => r.map((x, c) => (Math.exp(x) - t[n][c]) / l.length));
}
`,
  'follow-through-files': {
    'sigmoid.ts': 'export function sigmoid(z: number): number { return 1 / (1 + Math.exp(z)); }\n',
    'tanh.ts':
      "import { sigmoid } from './sigmoid';\nexport const tanh = (z: number): number => 2 * sigmoid(2 * z) - 1;\n",
  },
  'endless-and-followed.js': `export function sigmoid(z) { for (;;); }
export const tanh = (z) => 2 * sigmoid(2 * z) - 1;
`,

  // reading, exporting, printing
  'console.ts': `console.log('loaded', { a: [1, 2, NaN] });
export function relu(z: number) { console.log('relu of', z); console.error('<b>bold</b>'); return z > 0 ? z : -z; }
`,
  'mark.ts': '\uFEFFexport const relu = (z: number) => Math.max(0, z);\n',
  'default-export.ts': 'export default function relu(z: number) { return Math.max(0, z); }\n',
  'default-arrow.js': 'export default (z) => Math.max(0, z);\n',
  'common.js': 'module.exports = { relu: (z) => Math.max(0, z) };\n',
  'windows-lines.ts':
    'export function relu(z: number) {\r\n  if (z > 0) return z;\r\n  throw new Error("line 3");\r\n}\r\n',
  'not-exported.js': 'function relu(z) { return Math.max(0, z); }\n',
  'misspelt.js': 'export const Relu = (z) => Math.max(0, z);\nexport const sigmoit = (z) => 1 / (1 + Math.exp(-z));\n',
  'throws-at-load.ts':
    '// the first line\nconst layers: number[] = [];\nlayers[0]!.toFixed();\nexport const relu = (z: number) => Math.max(0, z);\n',
  'imports-node.ts': "import { readFileSync } from 'node:fs';\nexport const relu = (z: number) => Math.max(0, z);\n",
  'imports-nothing.ts': "import { larger } from './larger.ts';\nexport const relu = (z: number) => larger(0, z);\n",
  'evaluates.js':
    "export const relu = new Function('z', 'return Math.max(0, z)');\nexport const tanh = (z) => eval('Math.tanh(z)');\n",
  'asks-for-the-page.js': `export const relu = (z) => {
  const found = ['document', 'window', 'self', 'fetch', 'postMessage', 'localStorage', 'process', 'require', 'importScripts'];
  const there = found.filter((name) => name in globalThis);
  if (there.length > 0) throw new Error(there.join());
  return z > 0 ? z : 0;
};
`,
  'unicode.ts':
    "const größer = (a: number, b: number): number => (a > b ? a : b);\nexport const relu = (z: number) => { if (z < 0) throw new Error('𝑧 < 0 – ‮'); return größer(0, z); };\n",
  'two-files': {
    'a/largest.ts': 'export const largest = (a: number, b: number): number => (a > b ? a : b);\n',
    'relu.ts': "import { largest } from './a/largest';\nexport const relu = (z: number): number => largest(0, z);\n",
  },
  'defined-twice': {
    'a.js': 'export const relu = (z) => Math.max(0, z);\n',
    'b.js': 'export const relu = (z) => Math.abs(z);\n',
  },
  'one-of-two-fails': {
    'a.ts': 'export const relu = (z: number) => Math.max(0, z);\n',
    'b.ts': 'export const sigmoid = (z: number) => {\n  return 1 / (1 + Math.exp(-z);\n};\n',
  },
  'everything-random.js': 'export const relu = (z) => Math.random() + Date.now() * 0 + Math.max(0, z);\n',
};
