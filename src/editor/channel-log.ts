import { inspect } from 'node:util';
import type { LogOutputChannel } from 'vscode';
import type { Log } from '../memory/log';

/** The output channel “Mneme” as the log that every part writes to. */
export function channelLog(channel: LogOutputChannel): Log {
  return {
    info: (message) => channel.info(message),
    warn: (message) => channel.warn(message),
    error(message, error) {
      if (error instanceof Error) channel.error(message, error.stack ?? error.message);
      else channel.error(message, ...(error === undefined ? [] : [inspect(error)]));
    },
  };
}
