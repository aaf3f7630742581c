import { describe, expect, it } from 'vitest';
import { Page } from '../../../../src/editor/documents/page';
import { pageAddress, pageUri } from '../../../../src/editor/documents/page-address';
import { bar, overTime, sparkline } from '../../../../src/editor/documents/sparkline';

describe('a page', () => {
  it('knows where each of its links stands', () => {
    const link = { text: 'src/a.ts:3', command: 'mneme.openEvidence', arguments: [1] };
    const { text, links } = new Page().heading(1, 'A').line('seen in ', link, '.').render();
    expect(text).toBe('# A\n\nseen in src/a.ts:3.\n');
    expect(links).toEqual([{ ...link, line: 2, from: 8, to: 18 }]);
  });

  it('keeps lines that were made of one text on one line, and quotes text of many', () => {
    const { text } = new Page().line('a\r\nb').quote('one\ntwo').render();
    expect(text).toBe('a b\n> one\n> two\n');
  });

  it('is found again by its address, whatever its title', () => {
    const { path, query } = pageUri({ kind: 'why', about: 'x_1=2' }, 'Why: src/a.ts\nand more');
    expect(path).toBe('/mneme-page/Why: src a.ts and more');
    expect(pageAddress(query)).toEqual({ kind: 'why', about: 'x_1=2' });
    expect(pageAddress('other=1')).toBeUndefined();
  });
});

describe('what is drawn with text', () => {
  it('is a bar for each value, and a dot where there is none', () => {
    expect(sparkline([0, 0.5, 1, undefined])).toBe('▁▅█·');
    expect(sparkline([-3, 7])).toBe('▁█');
  });

  it('takes at each step what was known last', () => {
    const points = [
      { at: 0, value: 0.1 },
      { at: 4, value: 0.9 },
      { at: 10, value: 0.5 },
    ];
    expect(overTime(points, 5)).toEqual([0.1, 0.9, 0.9, 0.9, 0.5]);
    expect(overTime([], 5)).toEqual([]);
  });

  it('is as long as its share, and a sliver at least', () => {
    expect(bar(1, 4)).toBe('████');
    expect(bar(0.5, 4)).toBe('██');
    expect(bar(0.001, 4)).toBe('▏');
    expect(bar(0, 4)).toBe('');
  });
});
