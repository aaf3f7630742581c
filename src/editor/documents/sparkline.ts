const BARS = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'] as const;

/** Values from 0 to 1 as bars of text, the first at the left; a value that is missing as a dot. */
export function sparkline(values: readonly (number | undefined)[]): string {
  return values.map((value) => (value === undefined ? '·' : barOf(value))).join('');
}

/** Points in time as values at even steps, each the last one that was known by then. */
export function overTime(
  points: readonly { readonly at: number; readonly value: number }[],
  steps: number,
): number[] {
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last) return [];
  const values: number[] = [];
  let next = 0;
  let value = first.value;
  for (let step = 1; step <= steps; step++) {
    const until = first.at + ((last.at - first.at) * step) / steps;
    for (; next < points.length && (points[next]?.at ?? Infinity) <= until; next++) {
      value = points[next]?.value ?? value;
    }
    values.push(value);
  }
  return values;
}

/** A bar that is as long as its share of the width; at least a sliver of what is above 0. */
export function bar(share: number, width: number): string {
  const eighths = Math.round(Math.min(Math.max(share, 0), 1) * width * 8);
  const [full, rest] = [Math.floor(eighths / 8), eighths % 8];
  const sliver = ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉'][rest] ?? '';
  return '█'.repeat(full) + (share > 0 && eighths === 0 ? '▏' : sliver);
}

function barOf(value: number): string {
  const at = Math.floor(Math.min(Math.max(value, 0), 1) * BARS.length);
  return BARS[Math.min(at, BARS.length - 1)] ?? BARS[0];
}
