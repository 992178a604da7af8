import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { median } from '../../properties/values/median.ts';
import { measured } from './measured.ts';
import { studentId } from './synthetic-records.ts';

const BIN = fileURLToPath(new URL('../../grader/bin.mjs', import.meta.url));
/** What the parent may grow by for each submission: a line of the index, and a hash. */
const MOST_BYTES_EACH = 2048;

/** Grades a class of many submissions, no two equal, and says whether the memory of the parent grows by its index alone. */
export async function soakGrading(folder: string, count: number): Promise<boolean> {
  const [classFolder, assignment] = [join(folder, 'class'), join(folder, 'one.json')];
  await mkdir(classFolder, { recursive: true });
  await writeFile(assignment, JSON.stringify({ title: 'One', exercises: [{ name: 'sigmoid', points: 10 }] }));
  for (let n = 0; n < count; n++)
    await writeFile(
      join(classFolder, `${studentId(n)}.js`),
      `// ${n}\nexport const sigmoid = (z) => ${n % 3} / (1 + Math.exp(-z));\n`,
    );
  const { memory, seconds } = await measured(`grade ${count} submissions of one exercise`, [
    BIN,
    'grade',
    classFolder,
    '--assignment',
    assignment,
    '--seed',
    '1',
    '--out',
    join(folder, 'out'),
    '--json',
  ]);
  const quarter = Math.floor(memory.length / 4);
  const [second, last] = [memory.slice(quarter, 2 * quarter), memory.slice(3 * quarter)].map(median) as [
    number,
    number,
  ];
  const bytesEach = ((last - second) * 2 ** 20) / (count / 2);
  console.log(
    `  ${(count / seconds).toFixed(1)} a second; memory of the parent: ${second.toFixed(0)} MiB in the second quarter, ` +
      `${last.toFixed(0)} MiB in the last: ${bytesEach.toFixed(0)} bytes for each submission`,
  );
  return !(bytesEach > MOST_BYTES_EACH);
}
