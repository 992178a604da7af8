import type { CatalogueRow } from '../check/catalogue.ts';
import { fileNameOf } from '../check/catalogue.ts';
import type { ContractRow } from '../check/contract.ts';
import { parsedSignature } from '../check/signature.ts';
import { type Sketched, sketchOf } from './sketch.ts';

/** All that is known of a formula before it is written. */
export interface NewFormula {
  id: string;
  /** `convolution/receptive-field` */
  path: string;
  topic: string;
  /** `ReceptiveField`, the name of its type */
  type: string;
  /** `receptive field`, the first words of its title */
  words: string;
  row: CatalogueRow;
  /** the cells of the catalogue's row */
  computes: string;
  conventions: string;
  contract: ContractRow | undefined;
  /** what the contract says after the signature, and of single misconceptions in parentheses */
  semantics: string;
  readings: ReadonlyMap<string, string>;
  /** the parameters as the signature has them; none where there is no signature */
  sketched: Sketched;
  hasSignature: boolean;
}

/** @throws {SyntaxError} The signature cannot be read, or is that of another function. */
export function newFormula(
  topic: string,
  row: CatalogueRow,
  texts: { catalogue: string; contract: string },
  contract: ContractRow | undefined,
  signature: string | undefined,
): NewFormula {
  const { id } = row;
  const [computes = '', conventions = ''] = cellsOf(texts.catalogue, id).slice(1);
  const line = texts.contract.split('\n').find((text) => text.startsWith(`- \`${id}(`)) ?? '';
  const [semantics = '', ...listed] = line.replace(/^- `[^`]*`( — )?/, '').split(' · ');
  const written = signature ?? contract?.signature;
  return {
    id,
    path: `${topic}/${fileNameOf(id)}`,
    topic,
    type: id.slice(0, 1).toUpperCase() + id.slice(1),
    words: fileNameOf(id).replaceAll('-', ' '),
    row,
    computes,
    conventions,
    contract,
    semantics: semantics.trim(),
    readings: new Map(listed.map((item) => [/^[a-z0-9-]*/.exec(item)?.[0] ?? '', /\((.*)\)/.exec(item)?.[1] ?? ''])),
    sketched: written === undefined ? { parameters: [], options: null, result: null } : sketched(id, written),
    hasSignature: written !== undefined,
  };
}

/** The cells of the catalogue's row that names a formula; `|x|` may be in one. */
function cellsOf(markdown: string, id: string): string[] {
  const rows = markdown.split('\n').map((line) => line.replace(/^\| /, '').split(' | '));
  const found = rows.find(
    ([names = '', ...rest]) => rest.length >= 2 && names.split(',').some((name) => name.trim() === id),
  );
  return (found ?? []).map((cell) => cell.trim());
}

function sketched(id: string, signature: string): Sketched {
  const parsed = parsedSignature(signature);
  if (typeof parsed === 'string') throw new SyntaxError(parsed);
  if (parsed.name !== id) throw new SyntaxError(`the signature is that of ${parsed.name}, not of ${id}`);
  const plain = parsed.parameters.flatMap((part) => ('options' in part ? [] : [part]));
  const [options] = parsed.parameters.flatMap((part) => ('options' in part ? [part.options] : []));
  return {
    parameters: plain.map((part) => sketchOf(part, plain)),
    options: options?.map((part) => sketchOf(part, options)) ?? null,
    result: parsed.result,
  };
}
