import { version } from '../../package.json';

/** The version of Mneme that this code is part of. */
export const VERSION: string = version;
