const NUMBER = /(?<![\w/&#])(?:#|GH-)(\d{1,7})\b/g;
/** In a branch's name: `fix/1234-crash`, `issue-1234`, `gh_1234`; no version such as `1.2`. */
const IN_BRANCH = /(?<![\w.])(?:gh|issues?|bug|pr)?[-_#]?(\d{2,7})(?![\w.])/gi;

/** Numbers of issues and pull requests that a text names, as `#123`: the names of their topics. */
export function issueNumbers(text: string): string[] {
  return topics(text.matchAll(NUMBER));
}

/** Those that a branch's name tells. */
export function issueNumbersOfBranch(branch: string): string[] {
  return topics(branch.replace(/[_/-]+/g, ' ').matchAll(IN_BRANCH));
}

function topics(matches: Iterable<RegExpMatchArray>): string[] {
  const names = [...matches].map((match) => `#${Number(match[1])}`);
  return [...new Set(names)].filter((name) => name !== '#0');
}
