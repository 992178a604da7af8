import { within } from '../class/class-tree.ts';
import type { KnownStudent } from '../roster/student.ts';
import type { ClassFolder, Layout, ReadLayout } from './layout.ts';
import { assignmentPrefix, type Clone, clonesIn, isOfClassroom50 } from './repositories.ts';
import { insideOf } from './small-file.ts';

/**
 * Clones of GitHub Classroom, `hw1-ada/`: the assignment, a dash, the user's name (or the team's).
 *
 * @see https://github.com/github/gh-classroom (`gh classroom clone student-repos` puts them into `hw1-submissions/`)
 */
export const github: Layout = {
  name: 'github',
  title: 'clones of GitHub Classroom',
  example: 'hw1-ada/ with its .git',
  read: readGithub,
};

async function readGithub(folder: ClassFolder): Promise<ReadLayout | null> {
  const clones = await clonesIn(folder);
  // Its clones are repositories too; what one student puts into one changes nothing for the others.
  if (clones.filter(isOfClassroom50).length * 2 > clones.length) return null;
  const repositories = clones.filter(({ inside }) => inside.has('.git') || inside.has('.github'));
  // The prefix alone is not a mark, but what it makes doubtful must be said.
  const meant = repositories.length > 0 ? repositories : clones;
  const prefix = assignmentPrefix(
    meant.map(({ node }) => node.name),
    folder.name,
  );
  if (meant.length === 0 || (prefix === '' && repositories.length === 0)) return null;
  return {
    because: `${repositories.length === folder.nodes.length ? 'every folder is' : `${repositories.length} of ${folder.nodes.length} entries are`} a repository (.git, .github)${prefix === '' ? '' : `, and the names begin with ${prefix}, which is taken off`}`,
    doubt: (await hasClassroomFiles(folder, repositories)) ? null : doubtOf(repositories, prefix),
    entries: meant.map(({ node, path }) => ({
      id: node.name.slice(prefix.length).normalize('NFC'),
      parts: [{ path, name: node.name }],
      projectFiles: 'never',
    })),
    people: new Map(
      meant.map(({ node }): [string, KnownStudent[]] => {
        const login = node.name.slice(prefix.length).normalize('NFC');
        return [login, [{ login }]];
      }),
    ),
    strays: folder.nodes.filter((node) => !meant.some((clone) => clone.node === node)),
    notes: [],
  };
}

/** The assistant of GitHub Classroom calls the clones after the users alone; then its own files are the mark. */
async function hasClassroomFiles({ tree }: ClassFolder, clones: readonly Clone[]): Promise<boolean> {
  for (const { path } of clones) {
    const inside = [
      ...(await insideOf(tree, within(path, '.github'))),
      ...(await insideOf(tree, within(path, '.github/workflows'))),
    ];
    if (inside.some(({ name }) => /^classroom(?:\.ya?ml)?$/.test(name))) return true;
  }
  return false;
}

function doubtOf(repositories: readonly Clone[], prefix: string): string | null {
  if (repositories.length === 0)
    return `the folders share the beginning ${prefix}, but none has a repository (.git, .github) in it`;
  if (prefix !== '') return null;
  return repositories.length === 1
    ? 'one repository alone does not show where the name of the assignment ends'
    : 'the names of the repositories do not begin with the name of an assignment';
}
