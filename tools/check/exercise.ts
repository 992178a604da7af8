import type { Exercise } from '../../exercises/exercise.ts';
import type { Entry } from '../../properties/entry/entry.ts';
import { type ContractRow, isSpelledOut } from './contract.ts';

/** Where an exercise differs from its row of the contract or from its entry. */
export function checkExercise(exercise: Exercise, entry: Entry, contract: ContractRow | undefined): string[] {
  const unknown = exercise.illegal.filter((name) => !Object.hasOwn(entry.illegal, name));
  const messages = unknown.map((name) => `illegal names '${name}', which is not an illegal input of the entry`);
  if (!exercise.signature.startsWith(`${entry.id}(`)) {
    messages.push(`the signature is that of another function: '${exercise.signature}'`);
  }
  if (!(exercise.points > 0)) messages.push(`it is worth ${exercise.points} points`);
  if (!contract) {
    if (exercise.bundled !== false) messages.push('the contract has no row for it: set bundled: false');
    return messages;
  }
  if (isSpelledOut(contract.signature) && oneLine(exercise.signature) !== oneLine(contract.signature)) {
    messages.push(`the signature is '${exercise.signature}', the contract says '${contract.signature}'`);
  }
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

function oneLine(signature: string): string {
  return signature.replaceAll(/\s+/g, ' ').trim();
}
