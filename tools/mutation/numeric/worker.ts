import { InProcessRunner } from '../in-process-runner.ts';
import type { Answer, Question } from './protocol.ts';

// Runs mutants one after another, in the copy of the project that is the working directory.

const runner = new InProcessRunner();

async function answerTo(question: Question): Promise<Answer> {
  if (question.ask === 'mutant') return { answer: 'mutant', verdict: await runner.mutantRun(question.run) };
  return { answer: 'dry run', ...(await runner.dryRun()) };
}

process.on('message', (question: Question) => {
  void answerTo(question).then((answer) => process.send?.(answer));
});

// Without the parent nobody waits for an answer.
process.on('disconnect', () => process.exit());
