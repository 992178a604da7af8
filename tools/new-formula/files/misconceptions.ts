import { fileNameOf } from '../../check/catalogue.ts';
import type { NewFormula } from '../formula.ts';
import { gap, quotedGap, thrownGap } from '../gap.ts';
import { withImports } from '../imports.ts';

/** properties/: one skeleton for each misconception that the contract names. */
export function misconceptionsFile(formula: NewFormula): string {
  const { id, type, contract } = formula;
  const skeletons = (contract?.misconceptions ?? []).map((name) => skeleton(formula, name));
  const own = gap('wrong forms that people really write, each as { id, title, hint, caughtBy, implementation }');
  const code = `export const misconceptions: readonly Misconception<${type}>[] = [
${skeletons.length === 0 ? `  // ${own}\n` : skeletons.join('')}];
`;
  return withImports(
    [
      ['../entry/entry.ts', ['type Misconception']],
      [`./${fileNameOf(id)}.ts`, [`type ${type}`]],
    ],
    code,
  );
}

function skeleton({ id, contract, readings }: NewFormula, name: string): string {
  const reading = readings.get(name) ?? '';
  return `  {
    id: '${id}/${name}',
    title: ${quotedGap(`what it computes, in a few words${reading === '' ? '' : `: ${reading}`}`)},
    hint: ${quotedGap('what to tell a student who computes it')},
    caughtBy: ${quotedGap('the name of the law, worked value or edge that refutes it')},
${contract?.unstable.includes(name) === true ? "    verdict: 'unstable',\n" : ''}    implementation: () => {
      ${thrownGap(`${name} as a student would write it`)}
    },
  },
`;
}
