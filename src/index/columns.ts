import { z } from 'zod';
import { EnumColumn } from './enum-column';
import { NumberColumn } from './number-column';
import { SegmentError, type Sections, type SectionWriter } from './segment/sections';

/** Properties that take few values. */
const ENUMS = ['type', 'kind', 'status', 'repo', 'language'] as const;
export type Enum = (typeof ENUMS)[number];

/** What documents are narrowed by: exact values, and a time from `gte` until before `lt`. */
const Where = z.strictObject({
  ...Object.fromEntries(
    ENUMS.map((name) => [name, z.object({ in: z.array(z.string()) }).optional()]),
  ),
  at: z.strictObject({ gte: z.number().optional(), lt: z.number().optional() }).optional(),
});
export type Where = {
  [name in Enum]?: { in: readonly string[] };
} & { at?: { gte?: number | undefined; lt?: number | undefined } };

/** Throws for filters that there are no columns for. */
export function parseWhere(filters: unknown): Where {
  return Where.parse(filters) as Where;
}

const NAMES = 'columns.names';
const AT = 'columns.at';
const Names = z.record(z.enum(ENUMS), z.array(z.string()));

/** What documents are narrowed by, a column a property, by the number of the document. */
export class Columns {
  readonly #enums: Readonly<Record<Enum, EnumColumn>>;
  readonly #at: NumberColumn;

  constructor(
    enums: Readonly<Record<Enum, EnumColumn>> = columns(() => new EnumColumn()),
    at = new NumberColumn(),
  ) {
    this.#enums = enums;
    this.#at = at;
  }

  set(document: number, property: string, value: unknown): void {
    if (property === 'at') this.#at.set(document, Number(value));
    else if (isEnum(property)) this.#enums[property].set(document, String(value));
  }

  get(document: number, property: Enum): string {
    return this.#enums[property].get(document);
  }

  clear(document: number): void {
    for (const name of ENUMS) this.#enums[name].clear(document);
  }

  /** Takes over all that another's document has. */
  take(document: number, from: Columns, other: number): void {
    for (const name of ENUMS) this.#enums[name].set(document, from.#enums[name].get(other));
    this.#at.set(document, from.#at.get(other));
  }

  /** Takes the mark from each document that is outside. */
  keep(marks: Uint8Array, { at, ...enums }: Where): void {
    for (const name of ENUMS) {
      const values = enums[name];
      if (values) this.#enums[name].keep(marks, values.in);
    }
    if (at) this.#at.keep(marks, at.gte ?? -Infinity, at.lt ?? Infinity);
  }

  /** Writes the documents below `end`. */
  write(writer: SectionWriter, end: number): void {
    const names = columns((name) => this.#enums[name].names);
    writer.write(NAMES, [new TextEncoder().encode(JSON.stringify(names))]);
    for (const name of ENUMS) {
      writer.write(`columns.${name}`, [bytesOf(this.#enums[name].codes(end))]);
    }
    writer.write(AT, [bytesOf(this.#at.values(end))]);
  }

  /** Those of `end` documents. Throws `SegmentError` when they are torn. */
  static read(sections: Sections, end: number): Columns {
    const names = Names.parse(JSON.parse(new TextDecoder().decode(sections.bytes(NAMES))));
    const enums = columns((name) => {
      const { buffer } = sections.bytes(`columns.${name}`);
      const width = buffer.byteLength / Math.max(1, end);
      if (end > 0 && width !== 1 && width !== 2 && width !== 4) {
        throw new SegmentError('The columns are torn.');
      }
      const Codes = width === 4 ? Uint32Array : width === 2 ? Uint16Array : Uint8Array;
      return new EnumColumn(names[name], new Codes(buffer));
    });
    const { buffer } = sections.bytes(AT);
    if (buffer.byteLength !== end * 8) throw new SegmentError('The columns are torn.');
    return new Columns(enums, new NumberColumn(new Float64Array(buffer)));
  }
}

function columns<T>(make: (name: Enum) => T): Record<Enum, T> {
  return {
    type: make('type'),
    kind: make('kind'),
    status: make('status'),
    repo: make('repo'),
    language: make('language'),
  };
}

function isEnum(property: string): property is Enum {
  return (ENUMS as readonly string[]).includes(property);
}

function bytesOf(array: ArrayBufferView): Uint8Array {
  return new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
}
