import { Argument, Command } from 'commander';
import { BACKENDS } from '../../../accelerated/backend-names.ts';
import { exerciseSummaries } from '../../../exercises/exercises.ts';
import { FORMATS } from '../../report/formats/formats.ts';
import { bashCompletion } from '../completion/bash.ts';
import { fishCompletion } from '../completion/fish.ts';
import { type CompletedCommand, commandTree } from '../completion/tree.ts';
import { zshCompletion } from '../completion/zsh.ts';
import { LAYOUT_VALUES } from './class-options.ts';

const SHELLS: Readonly<Record<string, (commands: readonly CompletedCommand[]) => string>> = {
  bash: bashCompletion,
  zsh: zshCompletion,
  fish: fishCompletion,
};

/** `backproof completion SHELL`; `program` is what it completes. */
export function completionCommand(finish: (code: number) => void, program: Command): Command {
  return new Command('completion')
    .description('Prints a script for the shell, which then completes commands, options, exercises and formats.')
    .addArgument(new Argument('<shell>', 'the shell').choices(Object.keys(SHELLS)))
    .addHelpText('after', '\nExample, in ~/.bashrc:\n  eval "$(backproof completion bash)"')
    .action(async (shell: string) => finish(await completion(shell, program)));
}

async function completion(shell: string, program: Command): Promise<number> {
  const summaries = await exerciseSummaries();
  const exercises = summaries.map(({ name }) => name).sort();
  const assignments = [...new Set(summaries.map(({ section }) => section)), 'all'];
  const tree = commandTree(program, {
    assignment: assignments,
    exercise: exercises,
    // the argument of explain and compute
    name: exercises,
    oracle: BACKENDS,
    with: ['reference', ...BACKENDS],
    layout: LAYOUT_VALUES,
    format: FORMATS.map(({ name }) => name),
    shell: Object.keys(SHELLS),
  });
  process.stdout.write(SHELLS[shell]?.(tree) ?? '');
  return 0;
}
