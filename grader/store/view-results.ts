import { type FolderHeader, readKeptHeader } from './header.ts';
import { StoredResults } from './stored-results.ts';

/**
 * The results in a folder, read only: no lock is taken and nothing is changed, so it works on a read-only folder and while
 * a run writes into it (the records so far).
 *
 * @throws {UsageError} The folder holds no results of ours.
 */
export async function viewResults(folder: string): Promise<StoredResults> {
  return View.open(folder, await readKeptHeader(folder));
}

class View extends StoredResults {
  static async open(folder: string, header: FolderHeader): Promise<View> {
    const view = new View(folder, header);
    try {
      await view.load('read');
    } catch (error) {
      await view.closeFiles();
      throw error;
    }
    return view;
  }
}
