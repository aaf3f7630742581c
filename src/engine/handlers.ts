import type { LearnProgress, Method, Parsed, Result } from '../protocol/engine-api';

/** What a running call may ask of its caller. */
export interface CallContext {
  abort: AbortSignal;
  progress: (progress: LearnProgress) => void;
}

/** One handler for each method; params are parsed already. */
export type Handlers = {
  [M in Method]: (params: Parsed<M>, context: CallContext) => Promise<Result<M>>;
};
