import type { SourceFile } from '../../grader/class/submission.ts';
import {
  type Draw,
  formsTurned,
  laidOut,
  lineChanged,
  loopsTurned,
  movedOut,
  renamed,
  reordered,
  splitOut,
} from './disguises.ts';

/** A copy of a submission of one file, as somebody hands it in who does not want it to be seen as one */
export function disguised(code: string, exercise: string, draw: Draw): { files: SourceFile[]; how: string[] } {
  const how: string[] = [];
  let text = code;
  const apply = (name: string, disguise: (code: string, exercise: string, draw: Draw) => string): void => {
    const before = text;
    text = disguise(text, exercise, draw);
    if (text !== before) how.push(name);
  };
  apply('reordered', reordered);
  if (draw(2) === 0) apply('loops turned', loopsTurned);
  if (draw(2) === 0) apply('forms turned', formsTurned);
  if (draw(2) === 0) apply('split', splitOut);
  apply('a line changed', lineChanged);
  apply('renamed', renamed);
  apply('laid out', laidOut);
  const files = draw(2) === 0 ? movedOut(text, exercise) : { 'main.ts': text };
  if ('more.ts' in files) how.push('moved');
  return { files: Object.entries(files).map(([path, each]) => ({ path, code: each })), how };
}
