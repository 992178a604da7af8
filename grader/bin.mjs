#!/usr/bin/env node
// Runs the TypeScript sources through tsx, from whatever folder the command is called in.
import { register } from 'tsx/esm/api';

register();
// A reader that has seen enough (`| head`) is no fault.
process.stdout.on('error', (error) => process.exit(error.code === 'EPIPE' ? 0 : 1));
const { main } = await import('./cli.ts');
process.exitCode = await main(process.argv);
