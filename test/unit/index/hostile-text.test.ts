import { describe, expect, test } from 'vitest';
import { foundByWords, document, indexOf, seeded } from './documents';

const MEGABYTE = 1_000_000;
const HOSTILE: Readonly<Record<string, string>> = {
  'lone surrogates': '\ud800 alpha \udfff beta\ud83d',
  'zero bytes': 'al\0pha\0\0 be\u0000ta',
  'right to left': '\u202eevil\u202c שלום עולם مرحبا بالعالم',
  emoji: '🎉👩‍👩‍👧‍👦🏳️‍🌈 deploy 🚀',
  'combining marks': 'z͑ͫ̓ͪ̂ͫ̽͏̴̙̤a̵̢̯l̶̲g̷o',
  'a megabyte of one letter': 'a'.repeat(MEGABYTE),
  'a megabyte of humps': 'aB'.repeat(MEGABYTE / 2),
  'a megabyte of dots and slashes': './'.repeat(MEGABYTE / 2),
  'a megabyte of joints': 'a.'.repeat(MEGABYTE / 2),
  'a megabyte of underscores': '_'.repeat(MEGABYTE),
  'a megabyte of Chinese': '数据'.repeat(MEGABYTE / 2),
  'a megabyte of words': 'alpha beta '.repeat(MEGABYTE / 11),
  'names of object properties': '__proto__ constructor toString hasOwnProperty valueOf',
  'nothing but signs': '+++---***###',
};

// What is quadratic in a megabyte runs into the time limit, also on a busy machine.
describe('hostile text', { timeout: 30_000 }, () => {
  test.each(Object.entries(HOSTILE))('%s', async (_name, text) => {
    const index = await indexOf({ good: 'an ordinary sentence about deploys' });
    await index.put([document('bad', text)]);
    const hits = await index.search({ text, limit: 10 });
    for (const hit of hits) {
      expect(hit.text?.score ?? 1).toBeGreaterThan(0);
      expect(hit.vector?.score ?? 1).toBeLessThan(1.001);
      expect(hit.text?.coverage ?? 1).toBeLessThanOrEqual(1);
    }
    expect(await foundByWords(index, 'ordinary sentence')).toEqual(['good']);
    await index.remove(['bad']);
    expect(index.size).toBe(1);
    expect(await foundByWords(index, 'alpha evil zalgo')).toEqual([]);
  });

  test('names of object properties are words like others', async () => {
    const index = await indexOf({ proto: '__proto__ pollution', other: 'constructor' });
    expect(await foundByWords(index, 'constructor')).toEqual(['other']);
    expect(await foundByWords(index, '__proto__')).toEqual(['proto']);
  });

  test('random code units never throw, and their documents can be removed', async () => {
    const random = seeded(42);
    const index = await indexOf({});
    const texts = Array.from({ length: 300 }, () =>
      String.fromCharCode(
        ...Array.from({ length: Math.floor(random() * 80) }, () => Math.floor(random() * 65_536)),
      ),
    );
    await index.put(texts.map((text, at) => document(`d${at}`, text)));
    for (const text of texts.slice(0, 50)) await index.search({ text, limit: 5 });
    await index.remove(texts.map((_, at) => `d${at}`));
    expect(index.size).toBe(0);
  });
});
