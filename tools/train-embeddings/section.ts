/**
 * A heading, or what else names a text, and the text under it, a paragraph a line. Code is kept or
 * left out as a whole, as its lines are the same in many places and yet say what it does.
 */
export type Section = { title: string; text: string; code?: true };
