import type { Exercise } from '../../exercises/exercise.ts';
import type { Entry } from '../../properties/entry/entry.ts';
import { illegalInputs } from '../../properties/entry/implied.ts';
import { signatureOf } from '../../properties/parameters/signature.ts';
import type { ContractRow } from './contract.ts';
import { signatureDepartures } from './signature.ts';

/** Where an exercise differs from its row of the contract or from its entry. */
export function checkExercise(exercise: Exercise, entry: Entry, contract: ContractRow | undefined): string[] {
  const unknown = exercise.illegal.filter((name) => !Object.hasOwn(illegalInputs(entry), name));
  const messages = unknown.map((name) => `illegal names '${name}', which is not an illegal input of the entry`);
  if (!(exercise.points > 0)) messages.push(`it is worth ${exercise.points} points`);
  if (!contract) {
    if (exercise.bundled !== false) messages.push('the contract has no row for it: set bundled: false');
    return messages;
  }
  messages.push(...contractDepartures(entry, contract));
  if (exercise.section !== contract.section) {
    messages.push(`the section is '${exercise.section}', the contract says '${contract.section}'`);
  }
  if (contract.refuses && exercise.illegal.length === 0) {
    messages.push('illegal is empty, the contract names illegal input (!)');
  }
  if (!contract.refuses && exercise.illegal.length > 0) {
    messages.push('illegal is not empty, the contract names no illegal input');
  }
  if ((exercise.relative ?? false) !== contract.relative) {
    messages.push(`relative is ${exercise.relative ?? false}, the contract says ${contract.relative}`);
  }
  return messages;
}

function contractDepartures(entry: Entry, contract: ContractRow): string[] {
  const derived = signatureOf(entry.id, entry.parameters, entry.result);
  return signatureDepartures(contract.signature, derived).map((message) => `docs/contract.md: ${message}`);
}
