import { type Command, Option } from 'commander';
import { LAYOUT_NAMES, type LayoutName } from '../../layouts/layout-names.ts';
import { type OpenClass, openClass, type WantedLayout } from '../../layouts/open-class.ts';
import { classFolderOf, keptClassOf } from '../../run/kept-run.ts';

/** What a command that reads a class is told of it. */
export interface ClassOptions {
  layout?: LayoutName | 'auto';
  nbgraderAssignment?: string;
}

/** What `--layout` may be. */
export const LAYOUT_VALUES = ['auto', ...LAYOUT_NAMES] as const;

/** Adds the options that say how a class is read; every command that reads one has them. */
export function withClassOptions(command: Command): Command {
  return command
    .addOption(
      new Option('--layout <name>', 'what the class was downloaded from; auto says what it finds').choices(
        LAYOUT_VALUES,
      ),
    )
    .option('--nbgrader-assignment <name>', 'in the folders of nbgrader, the assignment that is graded');
}

/** How a class is to be read, by the options alone. */
export function wantedLayout({ layout = 'auto', nbgraderAssignment }: ClassOptions): WantedLayout {
  const isNbgrader = layout === 'auto' && nbgraderAssignment !== undefined;
  return { layout: isNbgrader ? 'nbgrader' : layout, nbgraderAssignment: nbgraderAssignment ?? null };
}

/** The class of a folder of results: the one that was graded is read as it was then. */
export async function openClassOf(results: string, options: ClassOptions & { class?: string }): Promise<OpenClass> {
  const path = await classFolderOf(results, options.class);
  const kept = options.class === undefined ? await keptClassOf(results) : null;
  return openClass(path, wantedLayout({ ...(kept === null ? {} : keptOptions(kept)), ...options }));
}

function keptOptions({
  layout,
  nbgraderAssignment,
}: {
  layout: LayoutName;
  nbgraderAssignment: string | null;
}): ClassOptions {
  return { layout, ...(nbgraderAssignment === null ? {} : { nbgraderAssignment }) };
}
