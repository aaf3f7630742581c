import type { Clock } from '../memory/clock';
import type { Log } from '../memory/log';
import type { EngineEvent } from '../protocol/engine-api';
import type { RULE_METHODS } from '../protocol/rule-methods';
import type { Store } from '../store/store';
import type { Checking } from './checking/checking';
import { Checkouts } from './checkouts';
import { ComplianceRecorder } from './compliance-recorder';
import { EarlierCommands } from './earlier-commands';
import type { Handlers } from './handlers';
import { RuleBook } from './rule-book';
import { RuleInspector } from './rule-inspector';
import { RuleKeeper } from './rule-keeper';
import { RuleMaker } from './rule-maker';
import { RuleReader } from './rule-reader';
import { RuleTrial } from './rule-trial';

/** All that the engine does with rules. */
export interface RuleDesk {
  readonly handlers: Pick<Handlers, keyof typeof RULE_METHODS>;
  close(): Promise<void>;
}

/** Builds what the engine does with rules. */
export function openRules({
  store,
  checking,
  clock,
  log,
  tell,
}: {
  store: Store;
  checking: Checking;
  clock: Clock;
  log: Log;
  tell: (event: EngineEvent) => void;
}): RuleDesk {
  const book = new RuleBook(store, log, () => tell({ kind: 'rulesChanged' }));
  book.start();
  const checkouts = new Checkouts(clock);
  const keeper = new RuleKeeper(store, checkouts, clock, tell);
  const maker = new RuleMaker(checking);
  const trial = new RuleTrial(checking, checkouts, clock);
  const reader = new RuleReader(store, clock);
  const inspector = new RuleInspector({
    book,
    checking,
    checkouts,
    keeper,
    recorder: new ComplianceRecorder(store, clock),
    earlier: new EarlierCommands(store, clock),
    clock,
  });
  return {
    handlers: {
      compile: (params) => maker.compile(params),
      tryDetector: (params, context) => trial.run(params, context),
      setDetector: (params) => keeper.setDetector(params),
      check: (params) => inspector.check(params),
      checkCommand: (params) => inspector.checkCommand(params),
      checkCommit: (params) => inspector.checkCommit(params),
      rules: (params) => reader.rules(params),
      compliance: (params) => reader.compliance(params),
      overrule: (params) => keeper.overrule(params),
      pauseRule: (params) => keeper.pause(params),
      resumeRule: (params) => keeper.resume(params),
    },
    async close() {
      await book.stop();
      await checking.close();
    },
  };
}
