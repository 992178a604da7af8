import { fileNameOf } from '../../check/catalogue.ts';
import type { Type } from '../../check/signature.ts';
import { arbitraryOf, builderOf } from '../builder.ts';
import type { NewFormula } from '../formula.ts';
import { gap, quotedGap, thrownGap } from '../gap.ts';
import { withImports } from '../imports.ts';
import { arraysOf, formulaType, leftOut } from '../parameters.ts';
import { type Sketch, sketchOf } from '../sketch.ts';

const NUMBER: Type = { kind: 'name', text: 'number' };

/** properties/: the entry with the parameters of the signature and a first way to draw each. */
export function entryFile(formula: NewFormula): string {
  const { id, path, type, words, row, sketched } = formula;
  const parameters = parametersRecord(formula);
  const hasOptions = sketched.options !== null;
  const result = sketched.result;
  const code = `${hasOptions ? `const parameters = ${parameters};\n\nexport type ${type}Options = OptionsOf<typeof parameters.options>;\n\n` : ''}export type ${type} = ${formulaType(formula)};

export const ${id}: Entry<${type}> = {
  id: '${id}',
  lecture: ${row.lecture},
  title: '${words.slice(0, 1).toUpperCase()}${words.slice(1)}',
  latex: ${quotedGap('the formula in LaTeX, by String.raw')},
  source: [${quotedGap('the section of a book or the paper')}, 'Lecture ${row.lecture}'],
  ${hasOptions ? 'parameters' : `parameters: ${parameters}`},
  result: ${builderOf(sketchOf({ name: 'result', type: result, initial: null, optional: false }, []))},

  reference,
${row.tracks.has('A') ? `  accelerated: () => import('../../accelerated/${path}.ts'),\n` : ''}${
  row.tracks.has('G')
    ? `  gradient: { wrt: [${arraysOf(formula)
        .map(({ name }) => `'${name}'`)
        .join(', ')}], reference: ${id}Gradient },\n`
    : ''
}
  // ${gap('draw what the hard cases need: ties, zeros, sizes of 1, arguments that depend on each other')}
  inputs: ${inputs(formula)},

  edges: {
    // ${gap('hand-picked mild input, by name: one element, zeros, ties, options given one by one')}
  },
  illegal: {
    // ${gap('what does not fit each other; what kinds and ranges rule out follows from the parameters')}
  },
  hardCases: {
    // ${gap('what the drawn inputs must reach, by name, each with its test')}
  },

  worked: [
    // ${gap('two values at least: { name, origin: by hand or a printed page, args, expected }')}
  ],

  laws: [
    // ${gap('three laws at least: law(a sentence, arbitraries, async (formula, ...drawn) => expectClose(…))')}
  ],

  misconceptions,

  rounding: () => {
    ${thrownGap('the formula once more, over arithmetic that carries its error: (r, ...arguments) => r.add(…)')}
  },
};
`;
  return withImports(
    [
      ['fast-check', ['default fc']],
      [`../../reference/${path}.ts`, [`${id} as reference`, ...(row.tracks.has('G') ? [`${id}Gradient`] : [])]],
      ['../entry/entry.ts', ['type Entry']],
      ['../inputs/inputs.ts', ['given', 'mild', 'numbers', 'size', 'take']],
      ['../parameters/drawn-options.ts', ['drawnOptions']],
      ['../parameters/parameter.ts', ['type OptionsOf']],
      ['../parameters/parameter.ts', ['* as is']],
      [
        '../values/value.ts',
        ['type Images', 'type Kernel', 'type Matrix', 'type Sequence', 'type Tensor', 'type Vector'],
      ],
      [`./${fileNameOf(id)}.misconceptions.ts`, ['misconceptions']],
    ],
    code,
  );
}

function parametersRecord({ sketched: { parameters, options }, hasSignature }: NewFormula): string {
  const written = [
    ...parameters.map((sketch) => `${sketch.name}: ${builderOf(sketch)},`),
    ...(options === null
      ? []
      : [`options: is.options({ ${options.map((field) => `${field.name}: ${builderOf(field, true)}`).join(', ')} }),`]),
  ];
  const what = hasSignature
    ? 'ranges (least, above, most, below; is.integer, is.probability) and what is drawn for options'
    : 'each parameter with its kind, range and default, here, in the type above and in the reference';
  return `{\n// ${gap(what)}\n${written.join('\n')}\n}`;
}

function inputs({ sketched: { parameters, options } }: NewFormula): string {
  const drawn = [
    ...parameters.map((sketch) => {
      const arbitrary = arbitraryOf(sketch.type ?? NUMBER);
      return leftOut(sketch) ? `fc.option(${arbitrary}, { nil: undefined })` : arbitrary;
    }),
    ...(options === null ? [] : [drawnOptionsOf(options)]),
  ];
  const mayEndEarly = options !== null || parameters.some(leftOut);
  return `fc.tuple(${drawn.join(', ')})${mayEndEarly ? '.map((args) => given(...args))' : ''}`;
}

/** Options that may all be absent are drawn by their parameters; where one is always given, as a record. */
function drawnOptionsOf(options: readonly Sketch[]): string {
  if (options.every(leftOut)) return 'drawnOptions(parameters.options)';
  const fields = options.map(({ name, type }) => `${name}: ${arbitraryOf(type ?? NUMBER)}`);
  const required = options.filter((option) => !leftOut(option)).map(({ name }) => `'${name}'`);
  return `fc.record({ ${fields.join(', ')} }, { requiredKeys: [${required.join(', ')}] })`;
}
