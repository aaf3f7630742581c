/** The source of Mneme's own diagnostics, by which they are told from those of others. */
export const OWN_SOURCE = 'Mneme';
