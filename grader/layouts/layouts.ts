import { autolab } from './autolab.ts';
import { blackboard } from './blackboard.ts';
import { brightspace } from './brightspace.ts';
import { canvas } from './canvas.ts';
import { classroom50 } from './classroom50.ts';
import { github } from './github.ts';
import { gradescope } from './gradescope.ts';
import type { Layout } from './layout.ts';
import { moodle } from './moodle.ts';
import { nbgrader } from './nbgrader.ts';
import { sakai } from './sakai.ts';

/** Every platform whose downloads are understood; those whose marks are in the files come before those of names. */
export const PLATFORMS: readonly Layout[] = [
  classroom50,
  github,
  gradescope,
  nbgrader,
  sakai,
  moodle,
  blackboard,
  brightspace,
  autolab,
  canvas,
];
