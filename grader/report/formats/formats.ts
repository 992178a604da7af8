import { autolab } from './autolab.ts';
import { blackboard } from './blackboard.ts';
import { brightspace } from './brightspace.ts';
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
import { mailmerge } from './mailmerge.ts';
import { moodle } from './moodle.ts';
import { nbgrader } from './nbgrader.ts';
import { prairielearn } from './prairielearn.ts';
import { sakai } from './sakai.ts';
import { table } from './table.ts';
import { upload } from './upload.ts';

/** Every format of `backproof report`, in the order of its help. */
export const FORMATS: readonly Format[] = [
  table,
  csv,
  html,
  feedback,
  mailmerge,
  upload,
  canvas,
  moodle,
  blackboard,
  brightspace,
  sakai,
  gradescope,
  classroom50,
  exercism,
  prairielearn,
  autolab,
  check50,
  nbgrader,
  junit,
];
