import type { HandedIn, LeftOut } from '../class/submission.ts';
import { LAYOUT_NAMES, type LayoutName } from '../layouts/layout-names.ts';
import type { OpenClass } from '../layouts/open-class.ts';
import type { KnownStudent } from '../roster/student.ts';

/** What is kept of one submission beside the results: how its names were read. */
export interface KeptSubmission extends HandedIn {
  /** the files and folders of the class that it was read from */
  from: string[];
  /** who handed it in, as far as the platform says it */
  people?: readonly KnownStudent[];
  leftOut?: readonly LeftOut[];
}

/** What is kept of a class beside the results, so that later commands read it alike and reports find its students. */
export interface KeptClass {
  layout: LayoutName;
  because: string;
  nbgraderAssignment: string | null;
  submissions: Record<string, KeptSubmission>;
}

export function keptClass({ layout, because, nbgraderAssignment, entries, people }: OpenClass): KeptClass {
  const submissions = entries.map(({ id, parts, submittedAt, late, attempt, leftOut }): [string, KeptSubmission] => {
    const known = people.get(id) ?? [];
    return [
      id,
      {
        from: parts.map(({ path }) => path),
        ...(known.length === 0 ? {} : { people: known }),
        ...(submittedAt === undefined ? {} : { submittedAt }),
        ...(late === undefined ? {} : { late }),
        ...(attempt === undefined ? {} : { attempt }),
        ...(leftOut === undefined || leftOut.length === 0 ? {} : { leftOut }),
      },
    ];
  });
  return { layout, because, nbgraderAssignment, submissions: Object.fromEntries(submissions) };
}

/** Whether a part of a kept file is what `keptClass` made; a file may have been edited by hand. */
export function isKeptClass(value: Partial<KeptClass> | null | undefined): value is KeptClass {
  if (typeof value !== 'object' || value === null) return false;
  const { layout, submissions } = value;
  return LAYOUT_NAMES.some((name) => name === layout) && typeof submissions === 'object' && submissions !== null;
}
