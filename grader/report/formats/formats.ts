import { autolab } from './autolab.ts';
import { canvas } from './canvas.ts';
import { check50 } from './check50.ts';
import { classroom50 } from './classroom50.ts';
import { csv } from './csv.ts';
import { exercism } from './exercism.ts';
import { feedback } from './feedback.ts';
import type { Format } from './format.ts';
import { gradescope } from './gradescope.ts';
import { html } from './html.ts';
import { junit } from './junit.ts';
import { moodle } from './moodle.ts';
import { nbgrader } from './nbgrader.ts';
import { prairielearn } from './prairielearn.ts';
import { table } from './table.ts';

/** Every format of `backproof report`, in the order of its help. */
export const FORMATS: readonly Format[] = [
  table,
  csv,
  html,
  feedback,
  canvas,
  moodle,
  gradescope,
  classroom50,
  exercism,
  prairielearn,
  autolab,
  check50,
  nbgrader,
  junit,
];
