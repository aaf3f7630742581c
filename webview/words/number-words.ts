/** `62 %`. */
export function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}

/** The first line, cut to so many characters at a word where that is near. */
export function shortened(text: string, length: number): string {
  const line = text.trimStart().split('\n', 1)[0]?.trimEnd() ?? '';
  if (line.length <= length) return line;
  const cut = line.slice(0, length - 1);
  const space = cut.lastIndexOf(' ');
  return `${cut.slice(0, space > length * 0.6 ? space : undefined).trimEnd()}…`;
}
