import { Command, Help } from 'commander';
import { expect, test } from 'vitest';
import { COMMANDS } from './command-list.ts';

test.each(COMMANDS)('$name is listed as its own help says it', async ({ name, usage, load }) => {
  const command = await load(() => undefined, new Command());
  expect(command.name()).toBe(name);
  expect(new Help().subcommandTerm(command)).toBe(`${name} ${usage}`);
});
