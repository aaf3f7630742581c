import type { Parts } from './parts';

/** What a command does; its work is loaded when it first runs, so activation stays quick. */
export type Handler = (parts: Parts, ...given: readonly unknown[]) => unknown;

const tending = () => import('./commands/tend-memory');
const proposing = () => import('./commands/settle-proposal');
const judging = () => import('./commands/judge-memory');
const remembering = () => import('./commands/remember');
const showing = () => import('./commands/show');
const telling = () => import('./commands/showings');
const ruling = () => import('./commands/tend-rule');
const adding = () => import('./commands/add-rule');

/**
 * Every command of Mneme. The manifest declares the same ones, which a test holds together.
 * What is given: a row of a tree, an id, `'selected'` from a key, or nothing from the palette.
 */
export const COMMANDS = {
  'mneme.learn': async (parts) => (await import('./commands/learn')).learn(parts),
  'mneme.remember': async (parts) => (await remembering()).remember(parts),
  'mneme.rememberSelection': async (parts) => (await remembering()).rememberSelection(parts),

  'mneme.correct': async (parts, given) => (await tending()).correct(parts, given),
  'mneme.move': async (parts, given) => (await tending()).move(parts, given),
  'mneme.confirm': async (parts, given) => (await tending()).confirm(parts, given),
  'mneme.archive': async (parts, given) => (await tending()).archive(parts, given),
  'mneme.restore': async (parts, given) => (await tending()).restore(parts, given),
  'mneme.forget': async (parts, given) => (await tending()).forget(parts, given),
  'mneme.undo': async (parts) => (await tending()).undo(parts),

  'mneme.keepProposal': async (parts, given) => (await proposing()).keep(parts, given),
  'mneme.editProposal': async (parts, given) => (await proposing()).edit(parts, given),
  'mneme.rejectProposal': async (parts, given) => (await proposing()).reject(parts, given),
  'mneme.compareProposal': async (parts, given) => (await proposing()).compare(parts, given),
  'mneme.showProposal': async (parts) => (await proposing()).show(parts),

  'mneme.recall': async (parts) => (await import('./commands/recall')).recall(parts),
  'mneme.copyPack': async (parts) => (await import('./commands/recall')).copyPack(parts),
  'mneme.helped': async (parts, given) => (await judging()).judge(parts, given, 'helped'),
  'mneme.misled': async (parts, given) => (await judging()).judge(parts, given, 'harmed'),

  'mneme.showReceipts': async (parts) => (await telling()).showReceipts(parts),
  'mneme.openReceipt': async (parts, given) => (await telling()).openReceipt(parts, given),
  'mneme.whyShown': async (parts, given) => (await telling()).whyShown(parts, given),
  'mneme.openRecord': async (parts, given) => (await telling()).openRecord(parts, given),
  'mneme.followLink': async () => (await telling()).followLink(),
  'mneme.report': async (parts) => (await telling()).showReport(parts),

  'mneme.addRule': async (parts, given) => (await adding()).addRule(parts, given),
  'mneme.reviewRule': async (parts, given) => (await adding()).reviewRule(parts, given),
  'mneme.pauseRule': async (parts, given) => (await ruling()).pauseRule(parts, given),
  'mneme.resumeRule': async (parts, given) => (await ruling()).resumeRule(parts, given),
  'mneme.turnRuleOn': async (parts, given) => (await ruling()).turnRule(parts, given, 'on'),
  'mneme.turnRuleOff': async (parts, given) => (await ruling()).turnRule(parts, given, 'off'),
  'mneme.tryRule': async (parts, given) => (await ruling()).tryRule(parts, given),
  'mneme.checkFile': async (parts) => (await ruling()).checkFile(parts),
  'mneme.leaveHere': async (parts, given) => (await ruling()).overrule(parts, given, 'here'),
  'mneme.wrongHere': async (parts, given) => (await ruling()).overrule(parts, given, 'wrong'),
  'mneme.openRule': async (parts, given) => (await ruling()).openRule(parts, given),
  'mneme.showRules': async (parts) => (await ruling()).showRules(parts),

  'mneme.search': async (parts) => (await showing()).search(parts),
  'mneme.openInGraph': async (parts, given) => (await showing()).openInGraph(parts, given),
  'mneme.openGraphTab': (parts) => parts.graph.openTab(),
  'mneme.openEvidence': async (parts, given) => (await showing()).openEvidence(parts, given),
  'mneme.showActivity': async () => (await showing()).showActivity(),
  'mneme.searchActivity': async (parts) => (await showing()).searchActivity(parts),
  'mneme.showAllActivity': ({ activity }) => activity.narrow(undefined),
  'mneme.showMenu': async (parts) => (await import('./commands/menu')).showMenu(parts),
  'mneme.showMore': async (parts, key, kind) => (await showing()).showMore(parts, key, kind),
  'mneme.setEmbeddingKey': async (parts) =>
    (await import('./commands/embedding-key')).setEmbeddingKey(parts),
  'mneme.showLog': ({ log }) => log.show(),
  'mneme.showArchived': ({ memories }) => memories.showArchived(true),
  'mneme.hideArchived': ({ memories }) => memories.showArchived(false),
  'mneme.pauseActivity': ({ activity }) => activity.hold(true),
  'mneme.resumeActivity': ({ activity }) => activity.hold(false),

  'mneme.pause': ({ capture }) => capture.setPaused(true),
  'mneme.resume': ({ capture }) => capture.setPaused(false),
  'mneme.suggestionAccepted': ({ capture, rules }) => {
    capture.suggestionAccepted();
    rules.suggestionAccepted();
  },
  'mneme.suggestionDismissed': ({ capture }) => capture.suggestionDismissed(),
} as const satisfies Record<`mneme.${string}`, Handler>;

export type CommandId = keyof typeof COMMANDS;
