import { z } from 'zod';
import type { SignalOf } from '../../memory/signal';

/** Attributes of a log record that are read; Copilot Chat writes many more. */
const Attributes = z.object({
  'event.name': z.string(),
  outcome: z.string().optional(),
  accepted: z.union([z.boolean(), z.enum(['true', 'false'])]).optional(),
  language_id: z.string().optional(),
  'copilot_chat.file.relative_path': z.string().optional(),
  'gen_ai.conversation.id': z.string().optional(),
});

/** A log record as OpenTelemetry's SDK for JavaScript gives it to an exporter. */
const LogRecord = z.object({
  attributes: Attributes,
  /** Seconds and nanoseconds since 1970. */
  hrTime: z.tuple([z.number(), z.number()]).optional(),
});

/** What Copilot Chat's records say became of an edit of its. */
export interface EditRecord {
  readonly outcome: Extract<SignalOf<'assistant'>['outcome'], 'accepted' | 'rejected'>;
  /** Path within its repository, with forward slashes; absent where it is not told. */
  readonly file: string | undefined;
  readonly language: string | undefined;
  readonly conversation: string | undefined;
  /** Milliseconds since 1970; absent where the record has no time. */
  readonly at: number | undefined;
}

/** Events that tell of an edit kept or thrown away. */
const EVENTS = new Set([
  'copilot_chat.edit.feedback',
  'copilot_chat.edit.hunk.action',
  'copilot_chat.inline.done',
]);

/**
 * Reads a line of the file that Copilot Chat exports its telemetry to; `undefined` for spans,
 * metrics, other events, and whatever is no such record.
 *
 * Source: `src/platform/otel` of microsoft/vscode-copilot-chat, which names these events and their
 * attributes. Neither prompts nor code are in them.
 */
export function readEditRecord(line: string): EditRecord | undefined {
  if (!line.includes('copilot_chat.')) return undefined;
  const record = LogRecord.safeParse(parsed(line)).data;
  if (record === undefined || !EVENTS.has(record.attributes['event.name'])) return undefined;
  const { attributes, hrTime } = record;
  const outcome = outcomeOf(attributes);
  if (outcome === undefined) return undefined;
  return {
    outcome,
    file: attributes['copilot_chat.file.relative_path'],
    language: attributes.language_id,
    conversation: attributes['gen_ai.conversation.id'],
    at: hrTime && Math.round(hrTime[0] * 1000 + hrTime[1] / 1e6),
  };
}

function outcomeOf({
  outcome,
  accepted,
}: z.infer<typeof Attributes>): EditRecord['outcome'] | undefined {
  if (outcome === 'accepted' || outcome === 'rejected') return outcome;
  if (accepted === undefined) return undefined;
  return accepted === true || accepted === 'true' ? 'accepted' : 'rejected';
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
