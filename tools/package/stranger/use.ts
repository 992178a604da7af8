// What somebody writes who has installed the package: try-pack.ts compiles it there, and runs it without a loader.
import { softmax as softmaxOnDevice } from 'backproof/accelerated/training/softmax';
import { loadExercises } from 'backproof/exercises/exercises';
import { judgeExercise } from 'backproof/grader/judge/judge';
import { computeOracle } from 'backproof/grader/oracle/oracle';
import { Sandbox } from 'backproof/grader/sandbox/sandbox';
import { softmax as entry } from 'backproof/properties/training/softmax';
import { misconceptions } from 'backproof/properties/training/softmax.misconceptions';
import { matrix } from 'backproof/reference/ndarray';
import { type SoftmaxOptions, softmax } from 'backproof/reference/training/softmax';

const options: SoftmaxOptions = { axis: -1 };
// @ts-expect-error the types are there, so this is an error
const misspelt: SoftmaxOptions = { axes: -1 };
const logits = matrix([[0, 0]]);
const values = [softmax(logits, options), await softmaxOnDevice(logits)].map((p) => p.get(0, 1));
console.log('softmax', ...values, Object.keys(misspelt).length);
console.log('entry', entry.id, entry.laws.length > 2, misconceptions.length === entry.misconceptions.length);

const [relu] = await loadExercises(new Set(['relu']));
if (!relu) throw new Error('unknown exercise relu');
const oracle = await computeOracle(relu, 1, null);
const files = [{ path: 'ada.ts', code: 'export const relu = (z: number): number => Math.abs(z);' }];
const sandbox = await Sandbox.open(files, { ticks: 2000, memoryMiB: 32 });
const shares = { unstable: 0.85, partial: 0.5, purity: 0.05, errors: 0.05 };
const { record } = await judgeExercise(relu, sandbox, oracle, 2, shares);
console.log('judged', record.status, record.points, record.counterexample !== null);
sandbox.dispose();
