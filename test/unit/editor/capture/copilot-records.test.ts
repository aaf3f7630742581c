import { describe, expect, test } from 'vitest';
import { readEditRecord } from '../../../../src/editor/capture/copilot-records';

/** As the exporter of Copilot Chat writes a log record: far more than is read. */
const record = (attributes: object, more: object = {}) =>
  JSON.stringify({
    hrTime: [1_770_000_000, 250_000_000],
    hrTimeObserved: [1_770_000_000, 250_000_000],
    resource: { attributes: { 'service.name': 'copilot-chat', 'session.id': 's' } },
    severityNumber: 9,
    body: 'copilot_chat.edit.feedback: accepted',
    attributes: { 'event.name': 'copilot_chat.edit.feedback', ...attributes },
    ...more,
  });

describe('readEditRecord', () => {
  test('tells what was kept or thrown away, where and when', () => {
    const line = record({
      outcome: 'rejected',
      language_id: 'typescript',
      request_id: 'r1',
      'copilot_chat.file.relative_path': 'src/cart.ts',
      'github.copilot.something.new': { deep: [1] },
    });
    expect(readEditRecord(line)).toEqual({
      outcome: 'rejected',
      file: 'src/cart.ts',
      language: 'typescript',
      conversation: undefined,
      at: 1_770_000_000_250,
    });
  });

  test('reads inline chat, which says only whether it was accepted', () => {
    const done = { 'event.name': 'copilot_chat.inline.done' };
    expect(readEditRecord(record({ ...done, accepted: false }))?.outcome).toBe('rejected');
    expect(readEditRecord(record({ ...done, accepted: 'true' }))?.outcome).toBe('accepted');
    expect(readEditRecord(record(done, { hrTime: undefined }))).toBeUndefined();
  });

  test.each([
    ['a span', JSON.stringify({ name: 'chat copilot_chat.x', spanId: '1' })],
    ['another event', record({ 'event.name': 'copilot_chat.tool.call', outcome: 'accepted' })],
    ['an outcome of the future', record({ outcome: 'postponed' })],
    ['attributes of other types', record({ outcome: 3 })],
    ['half a line', record({ outcome: 'accepted' }).slice(0, 80)],
    ['no JSON', 'copilot_chat.edit.feedback'],
    ['nothing', ''],
  ])('passes over %s', (_, line) => {
    expect(readEditRecord(line)).toBeUndefined();
  });
});
