/** What a class may have been downloaded from; `plain` is a folder with one entry per student. */
export const LAYOUT_NAMES = [
  'plain',
  'canvas',
  'moodle',
  'gradescope',
  'github',
  'classroom50',
  'blackboard',
  'brightspace',
  'sakai',
  'autolab',
  'nbgrader',
] as const;

export type LayoutName = (typeof LAYOUT_NAMES)[number];
