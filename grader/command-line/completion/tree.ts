import type { Command } from 'commander';

/** An option as a shell completes it. */
export interface CompletedOption {
  /** `--assignment`, `-a` */
  flags: string[];
  description: string;
  takesValue: boolean;
  /** what its value may be; empty if that is a path, a number or free text */
  values: readonly string[];
}

/** A command as a shell completes it. */
export interface CompletedCommand {
  name: string;
  description: string;
  options: CompletedOption[];
  /** what its first argument may be; empty if that is a path */
  values: readonly string[];
}

/** Values by the long name of the option, or the name of the first argument, that takes them. */
export type KnownValues = Readonly<Record<string, readonly string[]>>;

/** What there is to complete, read from the commands themselves. */
export function commandTree(program: Command, known: KnownValues): CompletedCommand[] {
  const valuesOf = (name: string | undefined): readonly string[] =>
    name !== undefined && Object.hasOwn(known, name) ? (known[name] ?? []) : [];
  return program.commands.map((command) => ({
    name: command.name(),
    description: command.summary() || command.description(),
    options: [
      ...command.options.map((option) => ({
        flags: [option.long, option.short].filter((flag) => flag !== undefined && flag !== null),
        description: option.description,
        takesValue: option.required || option.optional,
        values: valuesOf(option.attributeName()),
      })),
      { flags: ['--help', '-h'], description: 'show what is possible', takesValue: false, values: [] },
    ],
    values: valuesOf(command.registeredArguments[0]?.name()),
  }));
}
