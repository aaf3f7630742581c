import pMap from 'p-map';
import pRetry from 'p-retry';
import { z } from 'zod';
import { HumanError } from '../memory/human-error';

/** Where vectors are asked for, and how. */
export interface EndpointOptions {
  /** The address of an OpenAI-compatible service, with or without `/embeddings` at its end. */
  readonly url: string;
  readonly model: string;
  readonly key?: string | undefined;
  /** Asks for vectors of this length, where the model has a choice. */
  readonly dimensions?: number | undefined;
  readonly limits?: Partial<EndpointLimits> | undefined;
}

export interface EndpointLimits {
  /** Texts and characters in one request, and characters of one text; what follows is left out. */
  readonly texts: number;
  readonly characters: number;
  readonly longest: number;
  /** Requests under way at once. */
  readonly requests: number;
  /** Milliseconds given to one request. */
  readonly patience: number;
  /** How often a request is repeated, and milliseconds before the first time; then twice as long. */
  readonly retries: number;
  readonly backOff: number;
  /** Milliseconds that the endpoint may ask us to wait; when it wants more, it counts as away. */
  readonly longestWait: number;
}

const LIMITS: EndpointLimits = {
  texts: 64,
  characters: 60_000,
  longest: 8000,
  requests: 2,
  patience: 30_000,
  retries: 4,
  backOff: 500,
  longestWait: 60_000,
};

/** How one call differs from others. */
export interface EmbedOptions {
  readonly signal?: AbortSignal | undefined;
  /** One try, and no longer than so many milliseconds: somebody waits. */
  readonly patience?: number | undefined;
}

/** The endpoint gave no vectors. `passing`: it may the next time; else a setting must be changed. */
export class EndpointError extends HumanError {
  constructor(
    happened: string,
    remedy: string,
    readonly passing: boolean,
    /** Milliseconds that the endpoint asks us to wait. */
    readonly wait = 0,
    options?: ErrorOptions,
  ) {
    super(happened, remedy, options);
  }
}

const Answer = z.object({
  data: z.array(
    z.object({ index: z.number().int().optional(), embedding: z.array(z.number()).min(1) }),
  ),
});

/**
 * Asks an OpenAI-compatible service for vectors: `POST {url}/embeddings` with `{model, input}`. In
 * batches, a few at a time; what fails for the moment (408, 425, 429, 5xx, a broken connection) is
 * tried again, later each time and not before the service wants it.
 */
export class EmbeddingEndpoint {
  readonly host: string;
  readonly #address: URL;
  readonly #options: EndpointOptions;
  readonly #limits: EndpointLimits;

  /** Throws an `EndpointError` for an address that cannot be asked. */
  constructor(options: EndpointOptions) {
    this.#options = options;
    this.#limits = { ...LIMITS, ...options.limits };
    this.#address = addressOf(options.url, options.key !== undefined);
    this.host = this.#address.host;
  }

  /**
   * One vector of length 1 for each text, in their order; all zeros for an empty text. All texts or
   * an `EndpointError`; the reason of the signal when it is aborted.
   */
  async embed(texts: readonly string[], options: EmbedOptions = {}): Promise<Float32Array[]> {
    const { longest, requests } = this.#limits;
    const cut = texts.map((text) => text.slice(0, longest).toWellFormed());
    const asked = cut.filter((text) => text.trim() !== '');
    const stop = new AbortController();
    const signal = options.signal ? AbortSignal.any([options.signal, stop.signal]) : stop.signal;
    try {
      const answers = await pMap(
        this.#batches(asked),
        (batch) => this.#persist(batch, { ...options, signal }),
        { concurrency: requests },
      );
      const vectors = answers.flat();
      const dimensions = vectors[0]?.length ?? this.#options.dimensions ?? 0;
      if (vectors.some((vector) => vector.length !== dimensions)) throw bad('of several lengths');
      let next = 0;
      return cut.map((text) =>
        text.trim() === ''
          ? new Float32Array(dimensions)
          : (vectors[next++] ?? new Float32Array(dimensions)),
      );
    } catch (error) {
      options.signal?.throwIfAborted();
      throw error;
    } finally {
      stop.abort();
    }
  }

  #batches(texts: readonly string[]): string[][] {
    const batches: string[][] = [];
    let characters = Infinity;
    for (const text of texts) {
      const batch = batches.at(-1);
      const full = characters + text.length > this.#limits.characters;
      if (batch === undefined || full || batch.length >= this.#limits.texts) {
        batches.push([text]);
        characters = text.length;
      } else {
        batch.push(text);
        characters += text.length;
      }
    }
    return batches;
  }

  #persist(texts: readonly string[], options: EmbedOptions & { signal: AbortSignal }) {
    const { retries, backOff, longestWait } = this.#limits;
    return pRetry(() => this.#request(texts, options), {
      retries: options.patience === undefined ? retries : 0,
      minTimeout: backOff,
      maxTimeout: longestWait,
      randomize: true,
      signal: options.signal,
      shouldRetry: ({ error }) =>
        error instanceof EndpointError && error.passing && error.wait <= longestWait,
      onFailedAttempt: async ({ error, retriesLeft }) => {
        if (!(error instanceof EndpointError) || retriesLeft === 0) return;
        if (error.wait > 0 && error.wait <= longestWait) await pause(error.wait, options.signal);
      },
    });
  }

  async #request(
    texts: readonly string[],
    { signal, patience = this.#limits.patience }: EmbedOptions & { signal: AbortSignal },
  ): Promise<Float32Array[]> {
    const { key, model, dimensions } = this.#options;
    let status: number;
    let body: string;
    let wait: number;
    try {
      const response = await fetch(this.#address, {
        method: 'POST',
        // Another address is not the one that the user named.
        redirect: 'error',
        headers: {
          'content-type': 'application/json',
          ...(key !== undefined && { authorization: `Bearer ${key}` }),
        },
        body: JSON.stringify({ model, input: texts, ...(dimensions && { dimensions }) }),
        signal: AbortSignal.any([signal, AbortSignal.timeout(patience)]),
      });
      status = response.status;
      wait = waitOf(response.headers);
      body = await response.text();
    } catch (error) {
      signal.throwIfAborted();
      throw new EndpointError(
        `The embedding endpoint at ${this.host} does not answer.`,
        'Memories are recalled by words and the graph until it does. See that it runs, or correct “mneme.embeddings.endpoint”.',
        true,
        0,
        { cause: error },
      );
    }
    if (status < 200 || status > 299) throw this.#refusal(status, body, wait);
    return vectorsOf(body, texts.length);
  }

  #refusal(status: number, body: string, wait: number): EndpointError {
    const said = ` (${status}${body.trim() === '' ? '' : `: ${body.trim().slice(0, 200)}`})`;
    const refused = (what: string, remedy: string, passing = false) =>
      new EndpointError(
        `The embedding endpoint at ${this.host} ${what}${this.#withoutKey(said)}.`,
        remedy,
        passing,
        wait,
      );
    if (status === 401 || status === 403) {
      return refused(
        'refused the key',
        'Set it anew by “Mneme: Set the Key of the Embedding Endpoint”, or by MNEME_EMBEDDINGS_KEY for the command line.',
      );
    }
    if (status === 404) {
      return refused(
        'does not know the address or the model',
        'Correct “mneme.embeddings.endpoint” or “mneme.embeddings.model”.',
      );
    }
    if (status === 408 || status === 425 || status === 429 || status >= 500) {
      return refused(
        'could not answer',
        'It is asked again later; until then memories are recalled by words and the graph.',
        true,
      );
    }
    return refused(
      'did not take the request',
      'Look at “mneme.embeddings.model” and “mneme.embeddings.dimensions”.',
    );
  }

  #withoutKey(text: string): string {
    const { key } = this.#options;
    return key === undefined || key === '' ? text : text.replaceAll(key, '…');
  }
}

function addressOf(url: string, keyed: boolean): URL {
  const wrong = (happened: string, remedy: string) => new EndpointError(happened, remedy, false);
  const address = URL.parse(url);
  if (address === null || !/^https?:$/.test(address.protocol)) {
    throw wrong(
      `“${url}” is not the address of an embedding endpoint.`,
      'Give “mneme.embeddings.endpoint” an address such as http://localhost:11434/v1.',
    );
  }
  if (address.protocol === 'http:' && keyed && !isLocal(address.hostname)) {
    throw wrong(
      `The key of the embedding endpoint would go to ${address.host} for all to read.`,
      'Give “mneme.embeddings.endpoint” an address that begins with https.',
    );
  }
  const path = address.pathname.replace(/\/+$/, '');
  address.pathname = path.endsWith('/embeddings') ? path : `${path}/embeddings`;
  return address;
}

function isLocal(host: string): boolean {
  return host === 'localhost' || host === '[::1]' || /^127(\.\d+){3}$/.test(host);
}

/** Milliseconds that `Retry-After` asks for: it names seconds, or a date by the service's clock. */
function waitOf(headers: Headers): number {
  const header = headers.get('retry-after');
  if (header === null) return 0;
  const seconds = Number(header);
  const until = Date.parse(header) - Date.parse(headers.get('date') ?? '');
  const wait = Number.isFinite(seconds) ? seconds * 1000 : until;
  return Number.isFinite(wait) ? Math.max(0, wait) : 0;
}

function vectorsOf(body: string, count: number): Float32Array[] {
  let json: unknown;
  try {
    json = JSON.parse(body);
  } catch {
    throw bad('that are no JSON');
  }
  const answer = Answer.safeParse(json);
  if (!answer.success) throw bad('in no form that is known');
  const { data } = answer.data;
  const vectors: Float32Array[] = [];
  data.forEach(({ index, embedding }, at) => (vectors[index ?? at] = unit(embedding)));
  if (data.length !== count || Object.keys(vectors).length !== count || vectors.length !== count) {
    throw bad(`for ${data.length} texts of ${count}`);
  }
  return vectors;
}

function bad(how: string): EndpointError {
  return new EndpointError(
    `The embedding endpoint gave vectors ${how}.`,
    'See that “mneme.embeddings.endpoint” names a service with OpenAI’s /embeddings, and “mneme.embeddings.model” a model for embeddings.',
    false,
  );
}

function unit(values: readonly number[]): Float32Array {
  const length = Math.hypot(...values);
  return Float32Array.from(values, (value) => (length === 0 ? 0 : value / length));
}

function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = (): void => {
      clearTimeout(timer);
      reject(signal.reason as Error);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', stop);
      resolve();
    }, milliseconds);
    signal.addEventListener('abort', stop, { once: true });
    if (signal.aborted) stop();
  });
}
