import type { DataSet, Query } from '../recall/data-set';
import { Allowed, type Answer, type Peer } from './peer';

/** What assistants load of a file of notes. */
const LINES = 200;

/** A file with a line a document, of which the first lines are read whatever is asked. */
export class FlatFile implements Peer {
  readonly name = 'first 200 lines of a file';
  readonly version = '';
  #documents: DataSet['documents'] = [];
  #allowed: Allowed | undefined;

  load(set: DataSet): Promise<void> {
    this.#documents = set.documents;
    this.#allowed = new Allowed(set);
    return Promise.resolve();
  }

  ask(query: Query): Promise<Answer> {
    const lines: DataSet['documents'] = [];
    for (const document of this.#documents) {
      if (lines.length === LINES) break;
      if (this.#allowed?.allows(query, document.id)) lines.push(document);
    }
    const text = lines.map((line) => line.text.replaceAll('\n', ' ')).join('\n');
    return Promise.resolve({ ids: lines.map(({ id }) => id), text });
  }

  close(): Promise<void> {
    return Promise.resolve();
  }
}
