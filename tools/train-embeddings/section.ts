/** A heading, or what else names a text, and the text under it, a paragraph a line. */
export type Section = { title: string; text: string };
