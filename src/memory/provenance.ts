import { z } from 'zod';
import { Evidence } from './evidence';

export const SOURCES = ['user', 'mined', 'assistant', 'imported'] as const;
export type Source = (typeof SOURCES)[number];

/** Who said so, when, from what; and how far it is trusted. */
export const Provenance = z.object({
  source: z.enum(SOURCES),
  /** From what, as a person would name it: `AGENTS.md:12`, `commit 3f2a91c`, `an edit in src/a.ts`. */
  from: z.string(),
  at: z.number(),
  /** 0 (not at all) to 1 (the user's own word). */
  trust: z.number().min(0).max(1),
  /** What it rests on, the newest last. */
  evidence: z.array(Evidence).default([]),
});
export type Provenance = z.infer<typeof Provenance>;

/** How far each source is trusted before any evidence has come in. */
export const TRUST: Readonly<Record<Source, number>> = {
  user: 1,
  imported: 0.7,
  mined: 0.6,
  assistant: 0.4,
};
