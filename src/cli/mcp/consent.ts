import { HumanError } from '../../memory/human-error';
import type { Door } from './door';

/**
 * Asks the user, by way of the client, before something is done that only they may decide.
 * @param otherwise how the user does it themselves, where the client can not ask
 * @throws HumanError where they did not say yes
 */
export async function consent(
  { server }: Door,
  question: string,
  otherwise: string,
): Promise<void> {
  if (server.getClientCapabilities()?.elicitation === undefined) {
    throw new HumanError('Only the user may decide this, and this client can not ask.', otherwise);
  }
  const { action } = await server.elicitInput({
    message: question,
    requestedSchema: { type: 'object', properties: {} },
  });
  if (action !== 'accept') {
    throw new HumanError('The user did not agree, so nothing was changed.', 'Go on without it.');
  }
}
