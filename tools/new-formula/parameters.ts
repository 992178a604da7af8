import type { NewFormula } from './formula.ts';
import { contractType, internalType, kindOf, type Sketch } from './sketch.ts';

// Parameter lists, as the trees declare and hand them on.

/** `w: NdArray, lambda: number, options: XOptions = {}` */
export function declaredParameters({ sketched: { parameters, options }, type }: NewFormula): string {
  return [
    ...parameters.map(declared),
    ...(options === null ? [] : [`options: ${type}Options${options.every(leftOut) ? ' = {}' : ''}`]),
  ].join(', ');
}

function declared({ name, type, initial, optional }: Sketch): string {
  const of = internalType(type);
  if (optional) return `${name}?: ${of}`;
  if (initial === null) return `${name}: ${of}`;
  return of === 'number' || of === 'boolean' ? `${name} = ${initial}` : `${name}: ${of} = ${initial}`;
}

export function leftOut({ initial, optional }: Sketch): boolean {
  return initial !== null || optional;
}

/** `w, lambda, options` */
export function namesOf({ sketched: { parameters, options } }: NewFormula): string[] {
  return [...parameters.map(({ name }) => name), ...(options === null ? [] : ['options'])];
}

/** The arrays among the parameters: by these a gradient is taken, as a first guess. */
export function arraysOf({ sketched: { parameters } }: NewFormula): readonly Sketch[] {
  return parameters.filter(({ isArray, optional }) => isArray && !optional);
}

/** The type of the record that a gradient returns. */
export function gradientType(formula: NewFormula): string {
  const fields = arraysOf(formula).map(({ name, type }) => `${name}: ${internalType(type)}`);
  return fields.length === 0 ? 'Record<string, NdArray>' : `{ ${fields.join('; ')} }`;
}

export function resultType({ sketched: { result } }: NewFormula): string {
  return internalType(result);
}

/** `(w: Vector, lambda: number, options?: Options) => number`, in the words of the contract. */
export function formulaType({ sketched: { parameters, options, result }, type }: NewFormula): string {
  const list = [
    ...parameters.map((each) => `${each.name}${leftOut(each) ? '?' : ''}: ${contractType(each.type)}`),
    ...(options === null ? [] : [`options${options.every(leftOut) ? '?' : ''}: ${type}Options`]),
  ];
  // Tensor is recursive, and the compiler does not get to the end of a form over it.
  return `(${list.join(', ')}) => ${contractType(result)}`.replaceAll(/\bTensor\b(\[\])?/g, (_, brackets?: string) =>
    brackets === undefined ? ANY_RANK : `(${ANY_RANK})${brackets}`,
  );
}

const ANY_RANK = 'number | Vector | Matrix | Sequence | Images';

export function isRecord({ sketched: { result } }: NewFormula): boolean {
  return result !== null && ['record', 'list'].includes(kindOf(result));
}
