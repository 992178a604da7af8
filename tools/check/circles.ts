import { posix } from 'node:path';
import ts from 'typescript';
import { TOPICS } from '../../properties/entry/topics.ts';
import type { Fault } from './fault.ts';

/**
 * Rooms that import each other in a circle, each with the imports that close it. A room is a folder of a tree with all
 * below it. The topics of a tree are one room: formulas build on each other across lectures, and there the linter
 * forbids circles file by file.
 */
export function checkCircles(texts: ReadonlyMap<string, string>): Fault[] {
  const doors = new Map<string, Map<string, string>>();
  for (const [path, text] of texts) {
    for (const { fileName } of ts.preProcessFile(text, true, true).importedFiles) {
      if (!fileName.startsWith('.') || /(\.test|-fixture)\.ts$/.test(path)) continue;
      const target = posix.join(posix.dirname(path), fileName);
      const [from, to] = [roomOf(path), roomOf(target)];
      if (from === to || !texts.has(target)) continue;
      const known = doors.get(from) ?? new Map<string, string>();
      doors.set(from, known.set(to, known.get(to) ?? `${path} imports ${target}`));
    }
  }
  const faults: Fault[] = [];
  for (const [from, known] of doors) {
    for (const [to, door] of known) {
      const back = wayBetween(to, from, doors);
      // Each circle is reported once, at the room that sorts first.
      if (back === null || [to, ...back].some((room) => room < from)) continue;
      const rooms = [from, to, ...back];
      const rest = rooms.slice(1, -1).map((room, i) => doors.get(room)?.get(rooms[i + 2] ?? ''));
      faults.push({ path: from, message: `a circle: ${rooms.join(' -> ')} (${[door, ...rest].join('; ')})` });
    }
  }
  return faults;
}

function roomOf(path: string): string {
  const [tree = '', ...folders] = path.split('/').slice(0, -1);
  const topic = folders.findIndex((folder) => TOPICS.some((known) => known === folder));
  if (topic >= 0) return [tree, ...folders.slice(0, topic), '<topic>'].join('/');
  return [tree, ...folders.slice(0, 1)].join('/');
}

/** The rooms from one to another, the last one included, on a shortest way; null if there is none. */
function wayBetween(
  from: string,
  to: string,
  doors: ReadonlyMap<string, ReadonlyMap<string, string>>,
): string[] | null {
  const ways: string[][] = [[from]];
  const seen = new Set([from]);
  for (const way of ways) {
    for (const next of doors.get(way.at(-1) ?? '')?.keys() ?? []) {
      if (next === to) return [...way.slice(1), next];
      if (seen.has(next)) continue;
      seen.add(next);
      ways.push([...way, next]);
    }
  }
  return null;
}
