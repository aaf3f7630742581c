import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { edited } from '../../../../src/cli/hook/before-tool';
import { changedLines } from '../../../../src/cli/hook/changed-lines';
import { readHookInput } from '../../../../src/cli/hook/hook-input';
import { toolUse } from '../../../../src/cli/hook/tool-use';

function use(tool: string, input: Record<string, unknown>): ReturnType<typeof toolUse> | undefined {
  const read = readHookInput({ tool_name: tool, tool_input: input });
  return read && toolUse(read);
}

describe('what a tool does', () => {
  it('is read from Claude Code’s tools', () => {
    expect(use('Bash', { command: 'npm test' })).toMatchObject({
      act: 'command',
      command: 'npm test',
    });
    expect(use('Write', { file_path: '/a.ts', content: '' })).toMatchObject({
      act: 'edit',
      file: '/a.ts',
      edits: [{ text: '', whole: true }],
    });
    expect(
      use('MultiEdit', { file_path: '/a.ts', edits: [{ old_string: 'a', new_string: 'b' }] }),
    ).toMatchObject({ file: '/a.ts', edits: [{ before: 'a', text: 'b', whole: false }] });
    expect(use('Read', { file_path: '/a.ts' })).toMatchObject({ act: 'other', edits: [] });
  });

  it('is read from VS Code’s tools', () => {
    expect(use('create_file', { filePath: '/a.ts', content: 'x' })?.edits).toHaveLength(1);
    expect(
      use('replace_string_in_file', { filePath: '/a.ts', oldString: 'a', newString: '' }),
    ).toMatchObject({
      edits: [{ before: 'a', text: '' }],
    });
    expect(
      use('multi_replace_string_in_file', {
        replacements: [{ filePath: '/b.ts', oldString: 'a', newString: 'b' }, 3],
      }),
    ).toMatchObject({ file: '/b.ts', edits: [{ before: 'a', text: 'b' }] });
    expect(use('run_in_terminal', { command: 'ls' })?.command).toBe('ls');
  });

  it('is nothing where anything else is handed in, and never a failure', () => {
    fc.assert(
      fc.property(fc.string(), fc.dictionary(fc.string(), fc.jsonValue()), (tool, input) => {
        use(tool, input);
      }),
    );
  });
});

describe('a file as edits leave it', () => {
  const edit = (before: string, text: string, all = false) => ({ before, text, whole: false, all });

  it('has them made in turn', () => {
    expect(edited('a b a', [edit('a', 'c'), edit('c b', '$&')])).toBe('$& a');
    expect(edited('a b a', [edit('a', 'c', true)])).toBe('c b c');
    expect(edited('old', [{ before: undefined, text: 'new', whole: true, all: false }])).toBe(
      'new',
    );
  });

  it('is not known where the place of one is not', () => {
    expect(edited('a', [edit('z', 'c')])).toBeUndefined();
    expect(
      edited('a', [{ before: undefined, text: 'c', whole: false, all: false }]),
    ).toBeUndefined();
  });

  it('has its new lines told', () => {
    expect(changedLines('a\nb\nc\n', 'a\nx\ny\nc\nz\n')).toEqual([
      { first: 2, last: 3 },
      { first: 5, last: 5 },
    ]);
    expect(changedLines('a\n', 'a\n')).toEqual([]);
  });
});
