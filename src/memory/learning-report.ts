import { z } from 'zod';
import { MEMORY_KINDS, STATUSES } from './memory';
import { Tally } from './receipt';
import { DOORS } from './task';

const count = z.number().int();

/** A memory as a report names it. */
const Named = z.object({
  id: z.string(),
  kind: z.enum(MEMORY_KINDS),
  status: z.enum(STATUSES),
  text: z.string(),
});

/** What was shown by one door, and what it came to. */
export const DoorFigures = z.object({
  door: z.enum(DOORS),
  /** Times that something was shown, and memories shown. */
  receipts: count,
  shown: count,
  tally: Tally,
});
export type DoorFigures = z.infer<typeof DoorFigures>;

/** A memory whose quality is another now than when the report's time began. */
export const Moved = Named.extend({
  /** Mean of "helps when shown", 0 to 1. */
  before: z.number(),
  after: z.number(),
});
export type Moved = z.infer<typeof Moved>;

/** A memory that Mneme took out of use, and why. */
export const Quarantined = Named.extend({ at: z.number(), reason: z.string() });
export type Quarantined = z.infer<typeof Quarantined>;

/** A correction that the user had to make again, how often, and whether it had been shown before. */
export const Repeated = Named.extend({ times: count, shownBefore: z.boolean() });
export type Repeated = z.infer<typeof Repeated>;

/** A correction that was shown and did not have to be made again since. */
export const Spared = Named.extend({
  shown: count,
  /** Whether it was seen to be followed; without that, its bad form was just not written again. */
  followed: z.boolean(),
});
export type Spared = z.infer<typeof Spared>;

/** What learning came to in a stretch of time. Times are milliseconds since 1970. */
export const LearningReport = z.object({
  since: z.number(),
  until: z.number(),
  doors: z.array(DoorFigures),
  /** Seven days each, the oldest first; the last ends with the report. */
  weeks: z.array(z.object({ since: z.number(), shown: count, tally: Tally })),
  /** Those that moved most, the most first. */
  rose: z.array(Moved),
  sank: z.array(Moved),
  quarantined: z.array(Quarantined),
  spared: z.array(Spared),
  repeated: z.array(Repeated),
  tokens: z.object({
    /** Tokens that were given, and in how many goes; of showings whose tokens were kept. */
    given: count,
    receipts: count,
    /** About what these goes would have cost with all that holds in their repositories loaded. */
    everything: count,
  }),
  /** Memories that came to be in this time, by kind. */
  learned: z.record(z.string(), count),
});
export type LearningReport = z.infer<typeof LearningReport>;
