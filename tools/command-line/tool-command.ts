import { Command } from 'commander';

/**
 * The command line of a tool that is called by `call`, such as `npm run accuracy --`. Wrong words end it with 2, as in
 * the grader: 1 means that the tool found a fault.
 */
export function toolCommand(call: string, description: string): Command {
  return (
    new Command(call)
      .description(description)
      // One line, with what a misspelt option may mean.
      .configureOutput({ outputError: (text, write) => write(text.replace('\n(', ' (')) })
      .exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? 0 : 2))
  );
}
