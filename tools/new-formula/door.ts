import type { Part, Type } from '../check/signature.ts';
import { gap } from './gap.ts';
import { contractType, kindOf, mayBeLeftOut, type Sketch, type Sketched } from './sketch.ts';

/** The checks that every formula begins with, by the kinds of its parameters; those of ranges and of shapes that must fit are a gap. */
export function doorOf({ parameters, options }: Sketched): string {
  const checks = parameters.flatMap((sketch) => checksOf(sketch, `${sketch.name}`));
  return [
    ...checks,
    ...(options === null ? [] : optionChecks(options)),
    `// ${gap('ranges, and shapes that must fit each other; each message names the argument')}`,
    ...(options === null ? [] : [returned(options)]),
  ].join('\n');
}

function checksOf(sketch: Sketch, label: string): string[] {
  const checks = checksOfType(sketch.type, sketch.name, label);
  return sketch.optional && checks.length > 0 ? [`if (${sketch.name} !== undefined) { ${checks.join(' ')} }`] : checks;
}

function checksOfType(type: Type | null, value: string, label: string): string[] {
  const named = label.includes('${') ? `\`${label}\`` : `'${label}'`;
  const kind = type === null ? 'number' : kindOf(type);
  switch (kind) {
    case 'number':
      return [`expectFinite(${named}, ${value});`];
    case 'boolean':
      return [`expectChoice(${named}, ${value}, [true, false]);`];
    case 'choice': {
      const words = type?.kind === 'union' ? type.members : [type];
      return [`expectChoice(${named}, ${value}, [${words.map(contractType).join(', ')}]);`];
    }
    case 'vector':
      return [`vectorLength(${named}, ${value});`];
    case 'matrix':
    case 'sequence':
    case 'images':
      return [`${kind}Shape(${named}, ${value});`];
    case 'kernel':
      return [`shapeOfRank(${named}, ${value}, 4);`];
    case 'tensor':
      return [`expectNumbers(${named}, ${value});`];
    case 'record':
      return type?.kind === 'record'
        ? [`expectRecord(${named}, ${value});`, ...type.fields.flatMap((field) => checksOfField(field, value, label))]
        : [];
    case 'list': {
      const inner = type?.kind === 'array' ? checksOfType(type.of, 'item', `${label}[\${i}]`) : [];
      return [`expectList(${named}, ${value});`, `${value}.forEach((item, i) => { ${inner.join(' ')} });`];
    }
    case 'pair':
      return [0, 1].map((i) => `expectInteger('${label}[${i}]', ${value}[${i}], 1);`);
    case 'string':
      return [
        `if (typeof ${value} !== 'string') throw new TypeError(\`${label}: expected a text, got \${described(${value})}\`);`,
      ];
  }
}

function checksOfField({ name, type, optional }: Part, value: string, label: string): string[] {
  const checks = checksOfType(type, `${value}.${name}`, `${label}.${name}`);
  return optional && checks.length > 0 ? [`if (${value}.${name} !== undefined) { ${checks.join(' ')} }`] : checks;
}

/** Options are taken apart with their defaults, checked, and given back complete. */
function optionChecks(options: readonly Sketch[]): string[] {
  const parts = options.map(({ name, initial }) => (initial === null ? name : `${name} = ${initial}`));
  return [
    `expectOptions(options, [${options.map(({ name }) => `'${name}'`).join(', ')}]);`,
    `const { ${parts.join(', ')} } = options;`,
    ...options.flatMap((option) => checksOf(option, `options.${option.name}`)),
  ];
}

function returned(options: readonly Sketch[]): string {
  const spread = options.some(({ optional }) => optional) ? ['...options'] : [];
  return `return { ${[...spread, ...options.filter(({ optional }) => !optional).map(({ name }) => name)].join(', ')} };`;
}

/** What the door of a formula with options returns: those that have a default are there. */
export function checkedOptions(type: string, options: readonly Sketch[]): string {
  if (!options.some(({ optional }) => optional)) return `Required<${type}>`;
  const always = options.filter((option) => mayBeLeftOut(option) && !option.optional).map(({ name }) => `'${name}'`);
  return always.length === 0 ? type : `${type} & Required<Pick<${type}, ${always.join(' | ')}>>`;
}
