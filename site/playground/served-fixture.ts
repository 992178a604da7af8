import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { exerciseSummaries, loadExercises } from '../../exercises/exercises.ts';
import { exerciseData } from '../build/exercises.ts';
import { copyFonts, styleSheet } from '../build/styles.ts';
import { bundle } from '../build/vite.ts';
import { frame } from '../pages/frame.ts';
import { type Served, serve } from '../serve/server.ts';
import { playgroundPage } from './page.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const NAMES = ['softmax', 'relu', 'adam', 'leakyRelu'];

/** The playground with a few exercises and a judge that needs no oracles, under a sub-path as on GitHub Pages. */
export async function servedPlayground(): Promise<Served> {
  const folder = mkdtempSync(join(tmpdir(), 'backproof-playground-'));
  mkdirSync(join(folder, 'assets'));
  mkdirSync(join(folder, 'data', 'exercises'), { recursive: true });
  writeFileSync(join(folder, 'playground.html'), frame(playgroundPage));
  writeFileSync(join(folder, 'assets', 'style.css'), await styleSheet(ROOT));
  writeFileSync(join(folder, 'assets', 'head.js'), '');
  copyFonts(join(folder, 'assets', 'fonts'));
  writeFileSync(join(folder, 'assets', 'favicon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
  await bundle(folder, { playground: 'site/playground/fake-main-fixture.ts' });
  const located = await loadExercises(new Set(NAMES));
  const summaries = (await exerciseSummaries()).filter(({ name }) => NAMES.includes(name));
  const data = located.map(exerciseData);
  const listed = summaries.map((each) => ({ ...each, title: data.find(({ name }) => name === each.name)?.title }));
  writeFileSync(join(folder, 'data', 'exercises.json'), JSON.stringify(listed));
  for (const each of data) writeFileSync(join(folder, 'data', 'exercises', `${each.name}.json`), JSON.stringify(each));
  const two = [
    { name: 'softmax', points: 10 },
    { name: 'adam', points: 5, bonus: true },
  ];
  writeFileSync(join(folder, 'week-4.json'), JSON.stringify({ title: 'Week 4', exercises: two }));
  writeFileSync(join(folder, 'broken.json'), '{ "title": "x", "exercises": [,] }');
  const served = await serve(folder, { base: '/courses/nn/' });
  return {
    ...served,
    close: async () => {
      await served.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
