#!/usr/bin/env node
// In the checkout the sources run, through tsx; the package has no tsconfig.json, and runs what they were compiled to.
import { existsSync } from 'node:fs';
import { guardStdout } from './command-line/stdout.mjs';

guardStdout();
const isCheckout = existsSync(new URL('../tsconfig.json', import.meta.url));
if (isCheckout) (await import('tsx/esm/api')).register();
const { main } = await import(isCheckout ? './command-line/cli.ts' : '../dist/grader/command-line/cli.js');
process.exitCode = await main(process.argv);
