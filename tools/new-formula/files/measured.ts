import type { NewFormula } from '../formula.ts';
import { gap, thrownGap } from '../gap.ts';

/** tools/accuracy/exact/: the formula over 64 digits. */
export function exactFile({ id, path, type }: NewFormula): string {
  return `import type { ${type} } from '../../../../properties/${path}.ts';
import type { Authority } from '../../authority.ts';

/** ${gap('the formula in a line')} */
export const ${id}: Authority<${type}> = {
  // ${gap('the class that its error belongs to, and the bound of a sum')}
  class: 'running error',
  exact: () => {
    ${thrownGap('the formula over numbers of 64 digits, by the functions of tools/accuracy/big.ts')}
  },
};
`;
}

/** tools/bench/sizes/: the arguments at three sizes. */
export function sizeFile({ id }: NewFormula): string {
  return `import type { Sized } from '../../sized.ts';

/** ${gap('what the arguments are')} */
export const ${id}: Sized = () => {
  ${thrownGap('(size, draw) => the list of arguments')}
};
`;
}
