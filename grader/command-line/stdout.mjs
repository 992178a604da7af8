// Either everything is printed, or the command says that it is not.
import { fstatSync, writeFileSync } from 'node:fs';

const WORDS = { ENOSPC: 'the disk is full', EDQUOT: 'your disk quota is used up', EIO: 'the disk fails' };

/** Handles the errors of standard output, which Node would print with a stack, or swallow. */
export function guardStdout() {
  if (isFile(1)) {
    // Node writes to a file once and forgets what did not fit on a full disk; writeFileSync goes on, or throws.
    process.stdout._write = (chunk, _encoding, done) => {
      try {
        writeFileSync(1, chunk);
        done();
      } catch (error) {
        done(error);
      }
    };
  }
  process.stdout.on('error', (error) => {
    // A reader that has seen enough (`| head`) is not an error.
    if (error.code === 'EPIPE') process.exit(0);
    process.stderr.write(`backproof: standard output cannot be written: ${WORDS[error.code] ?? error.message}\n`);
    process.exit(1);
  });
}

function isFile(descriptor) {
  try {
    return fstatSync(descriptor).isFile();
  } catch {
    return false;
  }
}
