/** The files of one build: path under the site's root, as in an address, and the hash of what is in the file. */
export type SiteFiles = Readonly<Record<string, string>>;

/** What is used of the browser's Cache. */
export interface Store {
  match(address: string): Promise<Response | undefined>;
  put(address: string, response: Response): Promise<void>;
  keys(): Promise<readonly { url: string }[]>;
  delete(address: string): Promise<boolean>;
}

type Fetch = (address: string, how: RequestInit) => Promise<Response>;

/** How many files are fetched at once. */
const AT_ONCE = 6;

/**
 * One build of the site, kept in the browser. What is fetched counts only if its hash is that of the build, so that a
 * page never meets files of two builds; what two builds share is fetched and kept once.
 */
export class KeptSite {
  readonly #root: string;
  readonly #files: SiteFiles;
  readonly #store: Store;
  readonly #fetch: Fetch;

  constructor(root: string, files: SiteFiles, store: Store, fetch: Fetch) {
    this.#root = root;
    this.#files = files;
    this.#store = store;
    this.#fetch = fetch;
  }

  /** Fetches all that is not kept yet. What was fetched stays if this fails, and is not fetched again. */
  async fill(): Promise<void> {
    const kept = new Set((await this.#store.keys()).map(({ url }) => url));
    const missing = Object.keys(this.#files).filter((path) => !kept.has(this.#key(path)));
    const next = missing.values();
    const fetchRest = async (): Promise<void> => {
      for (const path of next) await this.#keep(path);
    };
    await Promise.all(Array.from({ length: AT_ONCE }, fetchRest));
  }

  /** A file of the build, fetched anew if the browser lost it. */
  async file(path: string): Promise<Response> {
    return (await this.#store.match(this.#key(path))) ?? this.#keep(path);
  }

  /** Forgets what the build does not have. */
  async forgetOthers(): Promise<void> {
    const own = new Set(Object.keys(this.#files).map((path) => this.#key(path)));
    const others = (await this.#store.keys()).filter(({ url }) => !own.has(url));
    await Promise.all(others.map(({ url }) => this.#store.delete(url)));
  }

  async #keep(path: string): Promise<Response> {
    // `no-cache` asks the server whether the file has changed since the page itself fetched it.
    const fetched = await this.#fetch(new URL(path, this.#root).href, {
      cache: 'no-cache',
      credentials: 'same-origin',
    });
    if (!fetched.ok) throw new Error(`${path}: the server answers ${fetched.status}`);
    const bytes = await fetched.arrayBuffer();
    if ((await hashOf(bytes)) !== this.#files[path]) throw new Error(`${path}: the server has another build`);
    const type = fetched.headers.get('content-type') ?? 'application/octet-stream';
    const response = (): Response => new Response(bytes, { headers: { 'content-type': type } });
    await this.#store.put(this.#key(path), response());
    return response();
  }

  /** The hash comes first: the file of another build has another key. */
  #key(path: string): string {
    return new URL(`kept/${this.#files[path]}/${path}`, this.#root).href;
  }
}

/** The path of the file that a build has at an address, null if it has none there. */
export function pathAt(address: string, root: string, files: SiteFiles): string | null {
  const { origin, pathname } = new URL(address);
  const folder = new URL(root);
  if (origin !== folder.origin || !pathname.startsWith(folder.pathname)) return null;
  const path = pathname.slice(folder.pathname.length).replace(/(^|\/)$/u, '$1index.html');
  return Object.hasOwn(files, path) ? path : null;
}

/** 64 bits of SHA-256: they tell one build's file from another's, and are no defence against forgery. */
export async function hashOf(bytes: BufferSource): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest.subarray(0, 8), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
