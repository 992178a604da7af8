import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { toolCommand } from '../command-line/tool-command.ts';

// `npm run lock`, after a dependency was added from a registry without the packages of other platforms: npm leaves
// those out of package-lock.json, and `npm ci` then refuses the file everywhere. This names them again.

toolCommand(
  'npm run lock --',
  'Names the packages of other platforms in package-lock.json again, which npm leaves out if the registry at hand lacks ' +
    'them. Writes package-lock.json, and needs no network. Takes a second.',
).parse();

interface Package {
  version?: string;
  dev?: boolean;
  optional?: boolean;
  cpu?: string[];
  os?: string[];
  libc?: string[];
  optionalDependencies?: Record<string, string>;
}

const SYSTEMS = ['android', 'darwin', 'freebsd', 'linux', 'win32', 'openharmony', 'sunos', 'aix', 'netbsd', 'openbsd'];
const PROCESSORS = ['arm64', 'x64', 'arm', 'ia32', 'ppc64', 'riscv64', 's390x', 'loong64', 'mips64el', 'wasm32'];
const LIBRARIES: Readonly<Record<string, string>> = { musl: 'musl', gnu: 'glibc' };

const path = fileURLToPath(new URL('../../package-lock.json', import.meta.url));
const lock = JSON.parse(readFileSync(path, 'utf8')) as { packages: Record<string, Package> };
const packages = { ...lock.packages };
let added = 0;
for (const [parentPath, parent] of Object.entries(lock.packages)) {
  for (const [name, range] of Object.entries(parent.optionalDependencies ?? {})) {
    if (packages[`node_modules/${name}`] || packages[`${parentPath}/node_modules/${name}`]) continue;
    packages[`node_modules/${name}`] = otherPlatform(name, range, parent.dev === true);
    added += 1;
  }
}
lock.packages = Object.fromEntries(Object.entries(packages).sort(([a], [b]) => (a < b ? -1 : 1)));
writeFileSync(path, `${JSON.stringify(lock, null, 2)}\n`);
console.log(`${added} packages of other platforms named in package-lock.json`);

/** The entry of a package that is installed on other platforms only, which its name tells. */
function otherPlatform(name: string, range: string, dev: boolean): Package {
  const words = name.slice(name.lastIndexOf('/') + 1).split('-');
  const cpu =
    PROCESSORS.find((word) => words.includes(word)) ?? (words.some((word) => word.startsWith('arm')) ? 'arm' : null);
  const os = SYSTEMS.find((word) => words.includes(word));
  const libc = words.flatMap((word) => LIBRARIES[word] ?? []);
  return {
    version: range.replace(/^[\^~]/, ''),
    ...(cpu === null ? {} : { cpu: [cpu] }),
    ...(dev ? { dev } : {}),
    ...(libc.length === 0 ? {} : { libc }),
    optional: true,
    ...(os === undefined ? {} : { os: [os] }),
  };
}
