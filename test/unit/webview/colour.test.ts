import { expect, test } from 'vitest';
import { contrast, parseColour, readable } from '../../../webview/colour';

test('colours are read as themes write them', () => {
  expect(parseColour('#fff')).toEqual([255, 255, 255]);
  expect(parseColour(' #1a5CFF ')).toEqual([26, 92, 255]);
  expect(parseColour('#1a5cff80')).toEqual([26, 92, 255]);
  expect(parseColour('rgba(204, 204, 204, 0.7)')).toEqual([204, 204, 204]);
  expect(parseColour('rgb(1 2 3)')).toEqual([1, 2, 3]);
  expect(parseColour('')).toBeUndefined();
  expect(parseColour('var(--x)')).toBeUndefined();
});

test('contrast is that of WCAG', () => {
  expect(contrast([0, 0, 0], [255, 255, 255])).toBeCloseTo(21, 5);
  expect(contrast([119, 119, 119], [255, 255, 255])).toBeCloseTo(4.48, 1);
});

test('a colour that stands out is kept, one that does not is moved until it does', () => {
  expect(readable([26, 92, 255], [255, 255, 255], [0, 0, 0], 3)).toEqual([26, 92, 255]);
  const moved = readable([255, 240, 120], [255, 255, 255], [0, 0, 0], 3);
  expect(contrast(moved, [255, 255, 255])).toBeGreaterThanOrEqual(3);
});
