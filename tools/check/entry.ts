import type { Entry } from '../../properties/entry/entry.ts';
import type { CatalogueRow } from './catalogue.ts';
import type { ContractRow } from './contract.ts';

/** What a registry entry lacks, given its row of the catalogue. */
export function checkEntry(entry: Entry, row: CatalogueRow): string[] {
  return [
    ...expected(entry.id === row.id, `the id is '${entry.id}', expected '${row.id}'`),
    ...expected(entry.lecture === row.lecture, `the lecture is ${entry.lecture}, expected ${row.lecture}`),
    ...expected(isText(entry.title), 'the title is empty'),
    ...expected(isText(entry.latex), 'latex is empty'),
    ...expected(entry.source.length > 0 && entry.source.every(isText), 'source is empty'),
    ...expected(Object.keys(entry.edges).length > 0, 'it has no edges'),
    ...expected(entry.worked.length > 0, 'it has no worked value'),
    ...entry.worked.flatMap(({ name, origin }) => expected(isText(origin), `worked value '${name}' has no origin`)),
    ...expected(!row.tracks.has('A') || entry.accelerated !== undefined, 'accelerated is not set'),
    ...expected(!row.tracks.has('G') || entry.gradient !== undefined, 'gradient is not set'),
    ...checkLaws(entry),
  ];
}

function checkLaws({ laws }: Entry): string[] {
  return [
    ...expected(laws.length >= 3, `it has ${laws.length} laws, expected 3 or more`),
    ...duplicates(laws.map(({ name }) => name)).map((name) => `two laws have the name '${name}'`),
    ...laws.flatMap(({ name }) =>
      expected(name.trim().split(/\s+/).length >= 3, `the law '${name}' is not a sentence`),
    ),
  ];
}

/** What the misconceptions of an entry lack, given its row of the contract if there is one. */
export function checkMisconceptions(entry: Entry, contract: ContractRow | undefined): string[] {
  const evidence = new Set([
    ...entry.laws.map(({ name }) => name),
    ...entry.worked.map(({ name }) => name),
    ...Object.keys(entry.edges),
    ...Object.keys(entry.extremeEdges ?? {}),
  ]);
  return [
    ...duplicates(entry.misconceptions.map(({ id }) => id)).map((id) => `two misconceptions have the id '${id}'`),
    ...entry.misconceptions.flatMap(({ id, title, hint, caughtBy }) => [
      ...expected(
        id.startsWith(`${entry.id}/`) && /^[^/]+\/[a-z0-9-]+$/.test(id),
        `misconception '${id}' is not named '${entry.id}/its-name'`,
      ),
      ...expected(isText(title), `misconception '${id}' has no title`),
      ...expected(isText(hint), `misconception '${id}' has no hint`),
      ...[caughtBy]
        .flat()
        .flatMap((name) =>
          expected(
            evidence.has(name),
            `misconception '${id}' is caught by '${name}', which is not a law, worked value or edge`,
          ),
        ),
    ]),
    ...(contract ? checkContract(entry, contract) : []),
  ];
}

function checkContract(entry: Entry, contract: ContractRow): string[] {
  const names = new Set([...contract.misconceptions, ...contract.moreNames]);
  return [...names].flatMap((name) => {
    const found = entry.misconceptions.find(({ id }) => id === `${entry.id}/${name}`);
    if (!found) return [`the contract's misconception '${entry.id}/${name}' is missing`];
    if (!contract.misconceptions.includes(name)) return [];
    const verdict = contract.unstable.includes(name) ? 'unstable' : 'wrong';
    return expected(
      (found.verdict ?? 'wrong') === verdict,
      `misconception '${found.id}' has the verdict '${found.verdict ?? 'wrong'}', the contract says '${verdict}'`,
    );
  });
}

function expected(condition: boolean, message: string): string[] {
  return condition ? [] : [message];
}

function isText(text: string): boolean {
  return text.trim() !== '';
}

function duplicates(names: readonly string[]): string[] {
  return [...new Set(names.filter((name, i) => names.indexOf(name) !== i))];
}
