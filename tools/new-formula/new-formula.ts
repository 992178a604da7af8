import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { messageOf } from '../../accelerated/error-message.ts';
import { suggestion } from '../../grader/text/did-you-mean.ts';
import { TOPICS } from '../../properties/entry/topics.ts';
import { type CatalogueRow, fileNameOf, parseCatalogue } from '../check/catalogue.ts';
import { parseContract } from '../check/contract.ts';
import { checkFiles } from '../check/files.ts';
import { gapsOf } from '../check/gaps.ts';
import { filesBelow, TREES } from '../check/tree-files.ts';
import { toolCommand } from '../command-line/tool-command.ts';
import { type NewFormula, newFormula } from './formula.ts';
import { filesOf, type More, writeFiles } from './write-formula.ts';

// `npm run new-formula`: writes the files of a formula with the gaps marked, which `npm run check -- NAME` names one by one.

const command = toolCommand(
  'npm run new-formula --',
  'Writes the files of a formula of catalogue.md, with the signature and the misconceptions that docs/contract.md has for ' +
    'it. What is still to be filled in is marked TODO(gap), and npm run check -- NAME lists it. Overwrites nothing.',
)
  .argument('<topic/name>', 'where it goes, in kebab-case: convolution/receptive-field')
  .option('--signature <text>', "where the contract has none: 'f(x: Vector, { beta = 1 }): number'")
  .option('--exact', 'also tools/accuracy/exact/, the formula over 64 digits')
  .option('--size', 'also tools/bench/sizes/, its arguments for npm run bench')
  .option('--root <dir>', 'a project other than this one', fileURLToPath(new URL('../..', import.meta.url)))
  .parse();
const options = command.opts<More & { root: string; signature?: string }>();
const root = resolve(options.root);
if (!existsSync(join(root, 'catalogue.md')))
  command.error(`error: ${root}: expected a project, with catalogue.md in it`);

const texts = {
  catalogue: readFileSync(join(root, 'catalogue.md'), 'utf8'),
  contract: readFileSync(join(root, 'docs/contract.md'), 'utf8'),
};
const { topic, row } = asked(command.args[0] ?? '', parseCatalogue(texts.catalogue));
const formula = planned();
const files = filesOf(formula, options);
const inTheWay = [...alreadyThere(row), ...[...files.keys()].filter((file) => existsSync(join(root, file)))];
if (inTheWay.length > 0) command.error(`error: ${row.id} has been begun: ${[...new Set(inTheWay)].join(', ')}`);
writeFiles(root, files);

for (const file of files.keys()) {
  console.log(`${file}: ${gapsOf(file, readFileSync(join(root, file), 'utf8')).length} gaps`);
}
if (!formula.hasSignature) {
  console.log(
    `docs/contract.md has no row for ${row.id}: state its parameters yourself, or start again with --signature`,
  );
}
if (row.tracks.has('E'))
  console.log(`grader/honest/${formula.path}/: add an honest submission, which CONTRIBUTING.md describes`);
console.log(`next: npm run check -- ${row.id}`);

/** The row of the catalogue that `convolution/receptive-field` names. */
function asked(path: string, rows: readonly CatalogueRow[]): { topic: string; row: CatalogueRow } {
  const [folder = '', name = '', ...rest] = path.split('/');
  if (folder === '' || name === '' || rest.length > 0) {
    command.error(`error: expected topic/name, as convolution/receptive-field, got ${path}`);
  }
  if (!TOPICS.some((known) => known === folder)) {
    command.error(
      `error: there is no topic ${folder}${suggestion(folder, TOPICS) || `; there are ${TOPICS.join(', ')}`}`,
    );
  }
  const found = rows.find(({ id }) => fileNameOf(id) === name);
  if (found) return { topic: folder, row: found };
  const inKebab = rows.find(({ id }) => id === name);
  const meant = inKebab
    ? ` (did you mean ${fileNameOf(inKebab.id)}?)`
    : suggestion(
        name,
        rows.map(({ id }) => fileNameOf(id)),
      );
  return command.error(`error: catalogue.md has no formula ${name}${meant}`);
}

function planned(): NewFormula {
  try {
    return newFormula(topic, row, texts, parseContract(texts.contract).get(row.id), options.signature);
  } catch (error) {
    return command.error(`error: ${messageOf(error)}`);
  }
}

/** Files of the formula, in whatever topic. */
function alreadyThere(wanted: CatalogueRow): string[] {
  const all = TREES.flatMap((tree) => filesBelow(root, tree));
  const trees = all.filter((file) => /^(reference|accelerated|properties|exercises)\//.test(file));
  return checkFiles([wanted], trees).begun.flatMap(({ present }) => [...present]);
}
