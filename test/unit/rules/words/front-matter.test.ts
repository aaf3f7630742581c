import { describe, expect, it } from 'vitest';
import { readFrontMatter } from '../../../../src/rules/words/front-matter';
import { scopeGlob } from '../../../../src/rules/words/instruction-scope';

describe('readFrontMatter', () => {
  const globsOf = (line: string) => readFrontMatter(`---\n${line}\n---\nText`).globs;

  it('reads what Cursor writes, though it is no YAML', () => {
    const text =
      '---\ndescription: Rules: all of them\nglobs: **/*.ts,src/**/*.{js,jsx}\nalwaysApply: true\n---\n# Title\n';
    expect(readFrontMatter(text)).toEqual({
      description: 'Rules: all of them',
      globs: ['**/*.ts', 'src/**/*.{js,jsx}'],
      alwaysApply: true,
      body: '# Title\n',
      offset: 5,
    });
  });

  it.each([
    ['globs: ["**/*.c", "**/*.h"]', ['**/*.c', '**/*.h']],
    ['globs:\n  - "*.py"\n  - "*.pyi"', ['*.py', '*.pyi']],
    ['applyTo: "**/*.ts,**/*.tsx"', ['**/*.ts', '**/*.tsx']],
    ['paths: src/api/**', ['src/api/**']],
    ['globs:', []],
    ['globs: 7', []],
  ])('%s', (line, globs) => {
    expect(globsOf(line)).toEqual(globs);
  });

  it('leaves a file without front matter as it is', () => {
    expect(readFrontMatter('# Title\n\n---\n\nText')).toEqual({
      globs: [],
      alwaysApply: false,
      body: '# Title\n\n---\n\nText',
      offset: 0,
    });
    expect(readFrontMatter('---\r\nglobs: a/**\r\n---\r\nText')).toMatchObject({
      body: 'Text',
      offset: 3,
    });
  });
});

describe('scopeGlob', () => {
  it.each([
    ['AGENTS.md', [], undefined],
    ['.github/copilot-instructions.md', [], undefined],
    ['.cursor/rules/a.mdc', ['**/*'], undefined],
    ['.cursor/rules/deep/a.mdc', ['src/**/*.ts'], 'src/**/*.ts'],
    ['.cursor/rules/a.mdc', ['*.py', 'app/**'], '{**/*.py,app/**}'],
    ['pkg/a/AGENTS.md', [], 'pkg/a/**'],
    ['pkg/a/.cursor/rules/b.mdc', ['src/**'], 'pkg/a/src/**'],
    ['app/(group)/[id]/CLAUDE.md', [], String.raw`app/\(group\)/\[id\]/**`],
    ['.clinerules', [], undefined],
    ['.clinerules/testing.md', [], undefined],
  ])('%s with %j holds in %s', (path, globs, glob) => {
    expect(scopeGlob(path, globs)).toBe(glob);
  });
});
