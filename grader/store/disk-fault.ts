import { codeOf, UsageError } from '../text/errors.ts';

const FAULTS: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full: free some space and run the same command again, it goes on where it was',
  EDQUOT: 'your disk quota is used up: free some space and run the same command again, it goes on where it was',
  EFBIG: 'the file would be larger than this system allows',
  EROFS: 'the file system is read-only: name another folder',
  EACCES: 'permission denied: name a folder that you may write to',
  EPERM: 'permission denied: name a folder that you may write to',
  ENOTDIR: 'it is a file or lies in one: name a folder',
  EEXIST: 'it is a file: name a folder',
  EISDIR: 'it is a folder, so not ours: name another folder',
  ELOOP: 'it is a link, so not ours: name another folder',
  ENAMETOOLONG: 'the path is too long: name another folder',
  ENOENT: 'it cannot be made or is gone: name another folder',
};

/** The error of a file operation as one clear line, if the disk or the caller is to blame; any other error as it is. */
export function diskFault(path: string, error: unknown): unknown {
  const fault = FAULTS[codeOf(error) ?? ''];
  return fault === undefined ? error : new UsageError(`${path} cannot be written: ${fault}`);
}

/** Runs an operation on one of our files; if the disk refuses it, the error is one clear line. */
export async function onDisk<T>(path: string, operation: () => Promise<T>): Promise<T> {
  try {
    return await operation();
  } catch (error) {
    throw diskFault(path, error);
  }
}
