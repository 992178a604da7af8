import { beforeAll, expect, test } from 'vitest';
import { type LocatedExercise, loadExercises } from '../../exercises/exercises.ts';
import { judgeExercise } from '../judge/judge.ts';
import { computeOracle, type Oracle } from '../oracle/oracle.ts';
import type { ExerciseRecord } from '../record/record.ts';
import { feedbackMarkdown } from '../report/feedback.ts';
import { inventedRecord } from '../report/invented-records.ts';
import { Sandbox } from '../sandbox/sandbox.ts';

// Submissions that answer with a hidden input, for their feedback to spell it out.

const KEY = '0123456789abcdef0123456789abcdef';
const SHARES = { unstable: 0.85, partial: 0.5, purity: 0.05, errors: 0.05 };
const right = 'return z > 0 ? z : 0;';

let relu: LocatedExercise;
let oracle: Oracle;
beforeAll(async () => {
  [relu] = (await loadExercises(new Set(['relu']))) as [LocatedExercise];
  oracle = await computeOracle(relu, KEY, null);
});

/** The record of a submission, and what its student reads. */
async function judged(code: string): Promise<{ record: ExerciseRecord; feedback: string }> {
  const sandbox = await Sandbox.open([{ path: 'ada.js', code }], { ticks: 300, memoryMiB: 32 });
  try {
    const { record } = await judgeExercise(relu, sandbox, oracle, 10, SHARES);
    return { record, feedback: feedbackMarkdown(inventedRecord({ exercises: [record] }), 'Sheet') };
  } finally {
    sandbox.dispose();
  }
}

test.each([
  ['the name of a field', `return ++n === 1 ? { ['zin' + String(z)]: 1 } : z > 0 ? z : 0;`],
  ['a text', `if (++n === 1) return 'zin' + z; ${right}`],
  ['a nested name', `if (++n === 1) return [{ ['zin' + z]: 1 }]; ${right}`],
  [
    'lengths of arrays',
    `if (++n === 1) return [...Math.abs(z).toString().replace('.', '')].reduceRight((all, d) => Array(1 + Number(d)).fill(all), 0); ${right}`,
  ],
  [
    'letters of another script',
    `f[0] = z; if (++n === 1) throw new Error([...u].map((x) => String.fromCharCode(0x4e00 + (x >> 4), 0x4e00 + (x & 15))).join('')); ${right}`,
  ],
])('an input that is answered as %s is not in the feedback', async (_, body) => {
  const code = `let n = 0; const f = new Float64Array(1), u = new Uint16Array(f.buffer); export function relu(z) { ${body} }`;
  const { record, feedback } = await judged(code);
  expect(['wrong', 'error']).toContain(record.status);
  expect(feedback).not.toMatch(/zin|[\u0100-\u2000\u3000-\uffff]|\[\d+(, \d+){3}/);
});

test('what twelve inputs are mixed into is one number, and earns nothing by itself', async () => {
  const { feedback } = await judged(
    `let n = 0, mix = 1; export function relu(z) { if (n < 12) mix = mix * 0.6180339887 + z; return ++n === 12 ? mix - 1000 : z > 0 ? z : 0; }`,
  );
  const numbers = feedback.match(/-?\d+\.\d{5,}/g) ?? [];
  expect(new Set(numbers).size).toBeLessThanOrEqual(2);
});
