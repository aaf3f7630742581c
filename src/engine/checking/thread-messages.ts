import type { DetectorKind } from '../../memory/detector';
import type { Fault } from '../../memory/fault';
import type { Compiled } from '../../rules/detector';
import type { RunReport, RunRule } from '../../rules/rule-checker';
import type { Said } from '../../rules/said';
import type { Handed } from './checking';

/** What a thread is started with. */
export interface ThreadData {
  /** The memory of its `WorkSign`. */
  readonly sign: SharedArrayBuffer;
}

/** What the thread is asked. */
export type Question = { readonly id: number } & (
  | { readonly kind: 'compile'; readonly said: Said }
  | { readonly kind: 'faults'; readonly text: string; readonly language: string }
  | { readonly kind: 'check'; readonly rules: readonly RunRule[]; readonly handed: Handed }
);

/** Its answer to the question with this id; `failed` is what a bug says of itself. */
export type Answer = { readonly id: number } & (
  | { readonly compiled: Compiled<DetectorKind> | undefined }
  | { readonly report: RunReport }
  | { readonly faults: readonly Fault[] | undefined }
  | { readonly failed: string }
);
