import type { NewFormula } from '../formula.ts';
import { thrownGap } from '../gap.ts';
import { withImports } from '../imports.ts';
import { arraysOf, declaredParameters, gradientType, isRecord, namesOf, resultType } from '../parameters.ts';
import { internalType } from '../sketch.ts';

/** accelerated/: the same door, upload, a tensor core that autodiff can take, and the read. */
export function acceleratedFile(formula: NewFormula): string {
  const { id, path, type, row, sketched } = formula;
  const names = namesOf(formula).join(', ');
  const arrays = arraysOf(formula);
  const isUploaded = (name: string): boolean => arrays.some((array) => array.name === name);
  const checked = sketched.options === null ? '' : 'const chosen = ';
  const handedOn = (uploaded: (name: string) => string): string =>
    [
      ...sketched.parameters.map(({ name }) => (isUploaded(name) ? uploaded(name) : name)),
      ...(sketched.options === null ? [] : ['chosen']),
    ].join(', ');
  const core = [
    ...sketched.parameters.map(({ name, type: of, optional }) =>
      isUploaded(name) ? `${name}: tf.Tensor` : `${name}: ${internalType(of)}${optional ? ' | undefined' : ''}`,
    ),
    ...(sketched.options === null ? [] : [`options: ReturnType<typeof expect${type}>`]),
  ].join(', ');
  const gradient = row.tracks.has('G') ? gradientOf(formula, `${checked}expect${type}(${names});`, handedOn) : '';
  const code = `/** ${id} on the backend that is running; see the reference for the formula, shapes and errors. */
export async function ${id}(${declaredParameters(formula)}): Promise<${resultType(formula)}> {
  ${checked}expect${type}(${names});
  return onDevice(() => ${id}Tensors(${handedOn((name) => `upload(${name})`)}));
}

${gradient}function ${id}Tensors(${core}): ${isRecord(formula) ? 'Tensors' : 'tf.Tensor'} {
  ${thrownGap('the maths in operations of TensorFlow.js, none of them taken from the reference', namesOf(formula))}
}
`;
  const optionsType = sketched.options === null ? [] : [`type ${type}Options`];
  return withImports(
    [
      ['../../reference/elementwise.ts', ['type Elements']],
      ['../../reference/ndarray.ts', ['type NdArray']],
      [`../../reference/${path}.ts`, [`expect${type}`, ...optionsType]],
      ['../device.ts', ['autodiff', 'onDevice', 'type Tensors', 'upload']],
      ['../tf.ts', ['* as tf']],
    ],
    code,
  );
}

function gradientOf(
  formula: NewFormula,
  check: string,
  handedOn: (uploaded: (name: string) => string) => string,
): string {
  const { id } = formula;
  const arrays = arraysOf(formula).map(({ name }) => name);
  const parameters = [`upstream: ${resultType(formula)}`, declaredParameters(formula)].filter((part) => part !== '');
  const body =
    arrays.length === 0
      ? thrownGap('autodiff of the core by the arguments that the reference differentiates by', [
          'upstream',
          ...namesOf(formula),
        ])
      : `return autodiff({ ${arrays.join(', ')} }, upstream, (inputs: { ${arrays.map((name) => `${name}: tf.Tensor`).join('; ')} }) => ${id}Tensors(${handedOn((name) => `inputs.${name}`)}));`;
  return `/** The gradient of sum(upstream * ${id}), by autodiff. */
export async function ${id}Gradient(${parameters.join(', ')}): Promise<${gradientType(formula)}> {
  ${arrays.length === 0 ? check.replace('const chosen = ', '') : check}
  ${body}
}

`;
}
