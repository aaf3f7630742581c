import { describe, expect, it } from 'vitest';
import { readHookInput } from '../../../../src/cli/hook/hook-input';
import { type ToolReport, toolReport } from '../../../../src/cli/hook/tool-report';

function readToolReport(json: unknown): ToolReport | undefined {
  const input = readHookInput(json);
  return input && toolReport(input);
}

const EDIT = {
  session_id: 'c1',
  hook_event_name: 'PostToolUse',
  cwd: '/home/ada/shop',
  tool_name: 'Edit',
  tool_use_id: 'toolu_1',
  tool_input: { file_path: '/home/ada/shop/src/a.ts', old_string: 'a', new_string: 'b()' },
  tool_response: { filePath: '/home/ada/shop/src/a.ts', success: true },
};

describe('readToolReport', () => {
  it('reads an edit that went well', () => {
    expect(readToolReport(EDIT)).toMatchObject({
      act: 'edit',
      outcome: 'succeeded',
      text: 'b()',
      conversation: 'c1',
      file: '/home/ada/shop/src/a.ts',
      error: undefined,
    });
  });

  it('reads the other spelling, other tools and several edits at once', () => {
    const { conversation, act, text } =
      readToolReport({
        sessionId: 'c2',
        hookEventName: 'PostToolUse',
        toolName: 'multi_replace_string_in_file',
        toolInput: { edits: [{ newString: 'x' }, { newString: 'y' }, 3] },
      }) ?? {};
    expect([conversation, act, text]).toEqual(['c2', 'edit', 'x\ny']);
  });

  it('reads a command that failed, and why', () => {
    const report = readToolReport({
      ...EDIT,
      tool_name: 'Bash',
      tool_input: { command: 'npm test' },
      tool_response: { exit_code: 1, stderr: 'Error: no' },
    });
    expect(report).toMatchObject({
      act: 'command',
      outcome: 'failed',
      text: 'npm test',
      error: 'Error: no',
    });
    const event = { ...EDIT, hook_event_name: 'PostToolUseFailure', error: 'denied' };
    expect(readToolReport(event)).toMatchObject({ outcome: 'failed', error: 'denied' });
  });

  it('gives the same call the same id, and another another', () => {
    const id = readToolReport(EDIT)?.id;
    expect(readToolReport({ ...EDIT })?.id).toBe(id);
    expect(readToolReport({ ...EDIT, tool_use_id: 'toolu_2' })?.id).not.toBe(id);
    expect(readToolReport({ ...EDIT, tool_use_id: undefined })?.id).toBeUndefined();
  });

  it.each([[{ hook_event_name: 'Stop' }], [{ tool_name: 3 }], ['text'], [null], [[]]])(
    'passes over what tells of no end of a tool call',
    (json) => {
      expect(readToolReport(json)).toBeUndefined();
    },
  );
});
