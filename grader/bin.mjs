#!/usr/bin/env node
// Runs the TypeScript sources through tsx, from whatever folder the command is called in.
import { register } from 'tsx/esm/api';
import { guardStdout } from './command-line/stdout.mjs';

guardStdout();
register();
const { main } = await import('./command-line/cli.ts');
process.exitCode = await main(process.argv);
