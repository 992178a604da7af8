import type { ClassEntry, Part } from '../class/class-entry.ts';
import { type TreeNode, within } from '../class/class-tree.ts';
import type { KnownStudent } from '../roster/student.ts';
import { grouped } from './groups.ts';
import type { ClassFolder, Layout, ReadLayout } from './layout.ts';

interface MoodlePart {
  part: Part;
  id: string;
  person: KnownStudent;
}

// The first fit: what comes behind it is named by the student, who may write another's name.
const NAME =
  /^(?:(?<who>.+?)_(?<number>\d+)|(?<blind>\D+ (?<only>\d+))|(?<rest>[^_]+))_assignsubmission_(?<plugin>[a-z]+)(?:_(?<file>.*))?$/u;

/** As Moodle names the groups that it makes, in some of its languages. */
const GROUP = /^(?:group|team|gruppe|groupe|grupo|gruppo|grupa|equipo|équipe|equipe)(?: [^-]*)?$/iu;
const OF_GROUPS =
  'these are submissions of groups: give their members as a roster with a column group, or reports for Moodle find nobody';

/**
 * A folder `Ada Lovelace_900001_assignsubmission_file` (`…_file_` before Moodle 4) for each student, and one `…_onlinetext` for a
 * text; or, without folders, files that begin so: `Ada Lovelace_900001_assignsubmission_file_hw.ts`. The number is that of
 * `Participant 900001`; blind marking gives no other name, and a group's name comes first, `Group A-Ada Lovelace`. Since Moodle 4 a
 * group has one folder, `Group A_45_…`, and those in no group have `Default group_…`.
 *
 * @see https://github.com/moodle/moodle/blob/main/mod/assign/classes/downloader.php
 */
export const moodle: Layout = {
  name: 'moodle',
  title: 'a Moodle download',
  example: 'Ada Lovelace_900001_assignsubmission_file_softmax.ts',
  read: (folder) => Promise.resolve(readMoodle(folder)),
};

function readMoodle({ at, nodes }: ClassFolder): ReadLayout | null {
  const read = nodes.map((node) => ({ node, found: partOf(at, node) }));
  const parts = read.flatMap(({ found }) => (found === null ? [] : [found]));
  if (parts.length === 0) return null;
  const groups = grouped(parts, ({ id }) => id);
  const isOfGroups = parts.some(({ person, id }) => isGroup(person, id));
  return {
    because: `${parts.length === nodes.length ? 'every name says' : `${parts.length} of ${nodes.length} names say`} assignsubmission after the student's name and number`,
    doubt: null,
    entries: [...groups].map(
      ([id, own]): ClassEntry => ({
        id,
        parts: own.map(({ part }) => part),
        projectFiles: 'fallback',
        isInFolders: true,
      }),
    ),
    people: new Map(
      [...groups].map(([id, [first]]) => [id, first === undefined ? [] : [personOf(first.person, isOfGroups)]]),
    ),
    strays: read.filter(({ found }) => found === null).map(({ node }) => node),
    notes: isOfGroups ? [OF_GROUPS] : [],
  };
}

/** Whether a submission is that of a group, or of the students in no group, whose folder has no number; not of a single person. */
function isGroup({ name, moodleId }: KnownStudent, id: string): boolean {
  return (moodleId === undefined && name === id) || GROUP.test(name ?? '');
}

/** Leaves out a group's number: it is not a participant's, although a participant may have the same one. */
function personOf({ moodleId, ...person }: KnownStudent, isOfGroups: boolean): KnownStudent {
  return isOfGroups || moodleId === undefined ? person : { ...person, moodleId };
}

function partOf(folder: string, { name: node, kind }: TreeNode): MoodlePart | null {
  const found = NAME.exec(node.normalize('NFC'))?.groups;
  if (found === undefined) return null;
  const file = found['file'] ?? '';
  // A file without folders must have a name of its own.
  if (kind !== 'folder' && file === '') return null;
  const part = { path: within(folder, node), name: file === '' ? (found['plugin'] ?? node) : file };
  const rest = found['rest'];
  if (rest !== undefined) return { part, id: rest, person: { name: rest } };
  const who = found['who'];
  const number = found['number'] ?? found['only'] ?? '';
  const isBlind = who === undefined || /^Participant$/i.test(who);
  return {
    part,
    id: who === undefined ? (found['blind'] ?? '') : `${who}_${number}`,
    person: { moodleId: number, ...(isBlind ? {} : { name: who }) },
  };
}
