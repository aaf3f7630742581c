import fc from 'fast-check';
import { expect, test } from 'vitest';
import { MemorySections } from '../../../../src/index/segment/memory-sections';
import { DictionaryWriter, TermDictionary } from '../../../../src/index/segment/term-dictionary';

const term = fc
  .oneof(fc.string({ unit: 'grapheme', maxLength: 20 }), fc.stringMatching(/^[ab]{0,20}$/))
  .map((text) => text.slice(0, 64).toWellFormed());

test('a dictionary finds each term and no other, and gives them in order', () => {
  fc.assert(
    fc.property(fc.uniqueArray(term, { maxLength: 300 }), term, (terms, other) => {
      const sorted = [...terms].sort();
      const writer = new DictionaryWriter();
      for (const [at, term] of sorted.entries()) writer.add(term, at + 1, at % 5);
      const sections = new MemorySections();
      writer.finish(sections);
      const dictionary = new TermDictionary(sections, sorted.length);
      let postings = 0;
      for (const [at, term] of sorted.entries()) {
        const entry = { term, number: at, holders: at + 1, at: postings, length: at % 5 };
        expect(dictionary.find(term)).toEqual(entry);
        postings += at % 5;
      }
      expect(dictionary.find(other)?.term).toBe(terms.includes(other) ? other : undefined);
      expect([...dictionary.from(other)].map((entry) => entry.term)).toEqual(
        sorted.filter((term) => term >= other),
      );
    }),
    { numRuns: 50 },
  );
});
