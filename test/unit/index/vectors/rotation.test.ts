import { expect, test } from 'vitest';
import { clustered } from '../../../../bench/vectors/clustered';
import { Dice } from '../../../../bench/dice';
import { Rotation } from '../../../../src/index/vectors/rotation';

test.each([1, 16, 100, 128, 384, 1536])(
  '%i dimensions keep their lengths and angles',
  (dimensions) => {
    const rotation = new Rotation(dimensions);
    const next = clustered(dimensions, 3, new Dice(3));
    const [a, b] = [next(), next()];
    const turned = rotation.turn(a).slice();
    expect(turned.length % 16).toBe(0);
    expect(dot(turned, rotation.turn(b))).toBeCloseTo(dot(a, b), 6);
    expect(dot(turned, turned)).toBeCloseTo(1, 6);
    for (const [i, value] of rotation.turnBack(turned).entries())
      expect(value).toBeCloseTo(a[i]!, 6);
  },
);

test('one large dimension is spread over all', () => {
  const vector = new Float32Array(256);
  vector[17] = 1;
  for (const value of new Rotation(256).turn(vector)) expect(Math.abs(value)).toBe(1 / 16);
});

test('the draws are those of the format: other draws would make frozen vectors unreadable', () => {
  const turned = new Rotation(48).turn(Float32Array.from({ length: 48 }, (_, i) => i));
  expect([...turned.slice(0, 4)].map(Math.round)).toMatchInlineSnapshot(`
    [
      -2,
      -14,
      -48,
      31,
    ]
  `);
});

function dot(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < b.length; i++) sum += a[i]! * b[i]!;
  return sum;
}
