import type { BackendName } from '../../accelerated/backend-names.ts';
import type { Oracle } from '../../grader/oracle/oracle.ts';
import { decodeOracle } from './oracle-codec.ts';

/** What the oracles of the site were made of. */
export interface OracleManifest {
  oracleHash: string;
  backend: BackendName;
}

/** The oracles that came with the site, each fetched when its exercise is first needed. */
export class SiteOracles {
  readonly #base: URL;
  readonly #fetched = new Map<string, Promise<Oracle>>();
  #manifest: Promise<OracleManifest> | null = null;

  /** @param base the address of the site's root */
  constructor(base: URL) {
    this.#base = base;
  }

  manifest(): Promise<OracleManifest> {
    this.#manifest ??= this.#text('data/oracles.json')
      .then((text) => JSON.parse(text) as OracleManifest)
      .catch((error: unknown) => {
        this.#manifest = null;
        throw error;
      });
    return this.#manifest;
  }

  get(name: string): Promise<Oracle> {
    const known = this.#fetched.get(name);
    if (known !== undefined) return known;
    const fetched = this.#text(`data/oracles/${name}.json`).then(decodeOracle);
    this.#fetched.set(name, fetched);
    // What failed for want of a network is asked for again.
    fetched.catch(() => this.#fetched.delete(name));
    return fetched;
  }

  async #text(path: string): Promise<string> {
    const response = await fetch(new URL(path, this.#base)).catch(() => null);
    if (response === null) throw new Error(`${path} could not be loaded: there is no network`);
    if (!response.ok) throw new Error(`${path} could not be loaded (${response.status}): load the page again`);
    return response.text();
  }
}
