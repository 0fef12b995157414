/** One word that this project does not use, and what it uses instead. */
export interface Rule {
  /** Words that are searched for, as a regular expression. A space stands for any white space and the marks of comments around it. */
  readonly pattern: string;
  /** What to write instead. */
  readonly instead: string;
  /** `text`: anywhere in a file. `export`: names that a TypeScript file exports. */
  readonly where: "text" | "export";
}

const text = (pattern: string, instead: string): Rule => ({ pattern, instead, where: "text" });

/**
 * The words, by subject. Text is documents, comments, messages, descriptions and names alike. Words that are fine in a sentence or as a
 * local name, such as "known", are refused as exported names only.
 */
export const RULES: readonly Rule[] = [
  text("thereof|hence|upon|anent|whilst|ere", "a present-day word"),
  text("besides", "in addition, also"),
  text("is no part of", "is not part of"),
];
