import type { Clock } from '../memory/clock';
import type { Log } from '../memory/log';
import type { EngineEvent } from '../protocol/engine-api';
import type { RULE_METHODS } from '../protocol/rule-methods';
import type { Store } from '../store/store';
import type { Checking } from './checking/checking';
import { Checkouts } from './checkouts';
import { ComplianceRecorder } from './compliance-recorder';
import { ContradictionEdges } from './contradiction-edges';
import { EarlierCommands } from './earlier-commands';
import type { Handlers } from './handlers';
import type { NeglectedRules } from './neglected-rules';
import { RuleBook } from './rule-book';
import type { RuleEvidenceRecorder } from './rule-evidence-recorder';
import { RuleInspector } from './rule-inspector';
import { RuleKeeper } from './rule-keeper';
import { RuleMaker } from './rule-maker';
import { RuleOffers } from './rule-offers';
import { RuleReader } from './rule-reader';
import { RuleTender } from './rule-tender';
import { RuleTrial } from './rule-trial';

/** All that the engine does with rules. */
export interface RuleDesk {
  readonly handlers: Pick<Handlers, keyof typeof RULE_METHODS>;
  close(): Promise<void>;
}

export interface RuleDeskParts {
  store: Store;
  checking: Checking;
  clock: Clock;
  log: Log;
  tell: (event: EngineEvent) => void;
  /** Of the program. */
  version: string;
  evidence: RuleEvidenceRecorder;
  neglected: NeglectedRules;
  /** Whether this process lives long enough to look after rules in the background. */
  lasting: boolean;
}

/** Builds what the engine does with rules. */
export function openRules({
  store,
  checking,
  clock,
  log,
  tell,
  version,
  evidence,
  neglected,
  lasting,
}: RuleDeskParts): RuleDesk {
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
    evidence,
    neglected,
    earlier: new EarlierCommands(store, clock),
    clock,
  });
  const offers = new RuleOffers({ store, checking, log, version });
  const tender = new RuleTender(store, offers, new ContradictionEdges(store), log);
  if (lasting) tender.start();
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
      await tender.stop();
      await neglected.settled();
      await checking.close();
    },
  };
}
