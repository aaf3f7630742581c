import type { MessagePort } from 'node:worker_threads';
import type { FaultsOf } from '../../memory/fault';
import type { Families } from '../../rules/compiler';
import { LocalChecking } from './local-checking';
import type { Answer, Question, ThreadData } from './thread-messages';
import { WorkSign } from './work-sign';

/** Answers the questions that come through a port, one after another, and tells what it is doing. */
export function serveDetectors(
  port: MessagePort,
  data: ThreadData,
  families: Families,
  faultsOf: FaultsOf,
): void {
  const sign = new WorkSign(data.sign);
  const checking = new LocalChecking(families, faultsOf, sign);
  let last: Promise<unknown> = Promise.resolve();

  async function answer(question: Question): Promise<Answer> {
    const { id } = question;
    sign.asked(id);
    try {
      if (question.kind === 'check') {
        return { id, report: await checking.check(question.rules, question.handed) };
      }
      sign.begin(0, 'compile');
      if (question.kind === 'faults') {
        return { id, faults: await checking.faultsOf(question.text, question.language) };
      }
      return { id, compiled: await checking.compile(question.said) };
    } catch (error) {
      return {
        id,
        failed: error instanceof Error ? (error.stack ?? error.message) : String(error),
      };
    } finally {
      sign.end();
    }
  }

  port.on('message', (question: Question) => {
    last = last.then(async () => port.postMessage(await answer(question)));
  });
}
