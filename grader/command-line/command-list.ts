import type { Command } from 'commander';

/** A command as `backproof --help` lists it, which needs nothing of what it does. */
export interface ListedCommand {
  name: string;
  /** what its options and arguments are called, as its own help says it */
  usage: string;
  summary: string;
  /** the command itself; `finish` takes its exit code, `program` is what all of them belong to */
  load: (finish: (code: number) => void, program: Command) => Promise<Command>;
}

/** Every command, in the order of the help. Each is loaded only when it is called: some take longer to load than to run. */
export const COMMANDS: readonly ListedCommand[] = [
  {
    name: 'grade',
    usage: '[options] <class>',
    summary: 'grade a folder of submissions',
    load: async (finish) => (await import('./commands/grade.ts')).gradeCommand(finish),
  },
  {
    name: 'merge',
    usage: '[options] <dirs...>',
    summary: 'make one folder of results of the shards of a class',
    load: async (finish) => (await import('./commands/merge.ts')).mergeCommand(finish),
  },
  {
    name: 'check',
    usage: '[options] <file>',
    summary: 'check one submission before handing it in',
    load: async (finish) => (await import('./commands/check.ts')).checkCommand(finish),
  },
  {
    name: 'report',
    usage: '[options] <dir>',
    summary: 'turn results into a gradebook, feedback, or what another autograder writes',
    load: async (finish) => (await import('./commands/report.ts')).reportCommand(finish),
  },
  {
    name: 'replay',
    usage: '[options] <id>',
    summary: 'show one verdict again from its record',
    load: async (finish) => (await import('./commands/replay.ts')).replayCommand(finish),
  },
  {
    name: 'regrade',
    usage: '[options] <dir>',
    summary: "each student's points before and after a change of the grader or the assignment",
    load: async (finish) => (await import('./commands/regrade.ts')).regradeCommand(finish),
  },
  {
    name: 'decide',
    usage: '[options] <dir> <id>',
    summary: 'settle a disputed verdict, or accept a follow-through',
    load: async (finish) => (await import('./commands/decide.ts')).decideCommand(finish),
  },
  {
    name: 'copies',
    usage: '[options] <dir>',
    summary: 'show functions of a class that look like copies of each other',
    load: async (finish) => (await import('./commands/copies.ts')).copiesCommand(finish),
  },
  {
    name: 'start',
    usage: '[options] <assignment> <dir>',
    summary: 'write the stubs and instructions of an assignment',
    load: async (finish) => (await import('./commands/start.ts')).startCommand(finish),
  },
  {
    name: 'list',
    usage: '[options]',
    summary: 'list the bundled assignments and their exercises',
    load: async (finish) => (await import('./commands/list.ts')).listCommand(finish),
  },
  {
    name: 'explain',
    usage: '[options] <name>',
    summary: 'explain an exercise or formula',
    load: async (finish) => (await import('./commands/explain.ts')).explainCommand(finish),
  },
  {
    name: 'compute',
    usage: '[options] <name> <args>',
    summary: 'compute a formula at given arguments',
    load: async (finish) => (await import('./commands/compute.ts')).computeCommand(finish),
  },
  {
    name: 'doctor',
    usage: '[options]',
    summary: 'show which backends work here, and why others do not',
    load: async (finish) => (await import('./commands/doctor.ts')).doctorCommand(finish),
  },
  {
    name: 'completion',
    usage: '<shell>',
    summary: 'print a script that completes commands in a shell',
    load: async (finish, program) => (await import('./commands/completion.ts')).completionCommand(finish, program),
  },
];
