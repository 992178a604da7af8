import { describe, expect, test } from 'vitest';
import { type Opened, openedBy, type Sources } from './assignments.ts';
import { choiceIn } from './choice.ts';

const KNOWN = [
  { name: 'softmax', section: 'activations', points: 10, title: 'Softmax' },
  { name: 'adam', section: 'training', points: 20, title: 'Adam' },
];
const WEEK = JSON.stringify({ title: 'Week 4', exercises: [{ name: 'adam', points: 3 }] });

function opened(search: string, sources: Partial<Sources> = {}): Promise<Opened | null> {
  return openedBy(choiceIn(search), {
    known: KNOWN,
    page: new URL('https://host.example/nn/playground.html'),
    fetchText: ({ pathname }) => Promise.resolve(pathname === '/nn/week-4.json' ? WEEK : null),
    keptText: (name) => (name === 'week-4' ? WEEK : null),
    ...sources,
  });
}

describe('the link of the playground', () => {
  test('may ask for nothing', async () => {
    expect(await opened('')).toBeNull();
    expect(await opened('?exercise=')).toBeNull();
  });

  test.each([
    ['?exercise=softmax', 'Softmax', ['softmax'], 'exercise/softmax'],
    ['?assignment=training', 'Training', ['adam'], 'bundled/training'],
    ['?assignment=all', 'All exercises', ['softmax', 'adam'], 'bundled/all'],
    ['?assignment=week-4.json', 'Week 4', ['adam'], 'linked//nn/week-4.json'],
    ['?opened=week-4', 'Week 4', ['adam'], 'opened/week-4'],
  ])('%s opens %s', async (search, title, exercises, key) => {
    const found = await opened(search);
    expect([found?.assignment.title, found?.key]).toEqual([title, key]);
    expect(found?.assignment.exercises.map(({ name }) => name)).toEqual(exercises);
  });

  test.each([
    ['?exercise=sofmtax', 'unknown exercise sofmtax (did you mean softmax?)'],
    ['?assignment=trianing', 'unknown assignment trianing: name a JSON file or one of activations, training, all'],
    ['?assignment=https://other.example/a.json', 'lies on another host, and this page asks no other host'],
    ['?assignment=//other.example/a.json', 'lies on another host'],
    ['?assignment=data:application/json,{}', 'lies on another host'],
    ['?assignment=http://[', 'is not the address of an assignment'],
    ['?opened=gone', 'the assignment gone is not kept in this browser: open its file again'],
  ])('%s is refused in one line', async (search, message) => {
    await expect(opened(search)).rejects.toThrow(message);
  });

  test('to a broken file says where it breaks, as the command line does', async () => {
    const fetchText = (): Promise<string> => Promise.resolve('{\n  "exercises": [,]\n}');
    await expect(opened('?assignment=a.json', { fetchText })).rejects.toThrow(
      'a.json:2:17 is not JSON: expected a value',
    );
    const html = (): Promise<string> => Promise.resolve('<!doctype html>');
    await expect(opened('?assignment=a.html', { fetchText: html })).rejects.toThrow('a.html:1:1 is not JSON');
    const huge = (): Promise<string> => Promise.resolve(' '.repeat(5_000_000));
    await expect(opened('?assignment=a.json', { fetchText: huge })).rejects.toThrow('a.json is too large');
  });
});
