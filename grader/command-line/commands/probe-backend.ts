// The child process of probe-backends.ts: starts one backend and reports what came of it.
import type { BackendName } from '../../../accelerated/backend-names.ts';
import { startBackend } from '../../../accelerated/backends.ts';
import type { Probe } from './probe-backends.ts';

const name = process.argv[2] as BackendName;
const probe: Probe = await startBackend(name).then(
  ({ description }) => ({ name, works: true, detail: description }),
  (error: Error) => ({ name, works: false, detail: error.message.replace(`${name}: `, '').trim() }),
);
// It stays until the parent has received the report.
process.on('disconnect', () => process.exit());
process.send?.(probe);
