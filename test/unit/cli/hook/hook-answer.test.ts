import { describe, expect, it } from 'vitest';
import { printedAnswer } from '../../../../src/cli/hook/hook-answer';

describe('a hook’s answer', () => {
  it('is nothing at all where there is nothing to say', () => {
    expect(printedAnswer('UserPromptSubmit', {})).toBe('');
    expect(printedAnswer('UserPromptSubmit', { context: '' })).toBe('');
  });

  it('is spelled as both products read it', () => {
    expect(JSON.parse(printedAnswer('UserPromptSubmit', { context: 'known' }))).toEqual({
      hookSpecificOutput: { hookEventName: 'UserPromptSubmit', additionalContext: 'known' },
    });
    const decision = { permission: 'deny', reason: 'a rule' } as const;
    expect(JSON.parse(printedAnswer('PreToolUse', { decision }))).toEqual({
      hookSpecificOutput: {
        hookEventName: 'PreToolUse',
        permissionDecision: 'deny',
        permissionDecisionReason: 'a rule',
      },
    });
  });
});
