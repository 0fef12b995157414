import { RULES, type Rule } from "./list";

/** A word of the list in a file. */
export interface Finding {
  /** Counted from 1. */
  readonly line: number;
  readonly word: string;
  readonly instead: string;
}

/** White space between two words of a sentence, and what begins a line of a comment or a list. */
const GAP = "(?:\\s+(?:\\*|//|#|>|-)?\\s*)";

/** What comes before an exported name. */
const EXPORT = "(?<=^export (?:abstract )?(?:async )?(?:function|const|class|interface|type|enum) )";

function expression({ pattern, where }: Rule): RegExp {
  if (where === "export") return new RegExp(`${EXPORT}(?:${pattern})\\b`, "gm");
  return new RegExp(`(?<![\\w-])(?:${pattern.replaceAll(" ", GAP)})(?![\\w-])`, "gi");
}

const compile = (rules: readonly Rule[]) => rules.map((rule) => ({ ...rule, expression: expression(rule) }));
const COMPILED = compile(RULES);

/** Words of `rules` in `text`, in the order of their places. */
export function findWords(text: string, rules?: readonly Rule[]): Finding[] {
  const compiled = rules ? compile(rules) : COMPILED;
  const findings = compiled.flatMap(({ expression, instead }) =>
    [...text.matchAll(expression)].map(({ 0: word, index }) => ({ index, word, instead })),
  );
  return findings
    .toSorted((a, b) => a.index - b.index)
    .map(({ index, word, instead }) => ({
      line: text.slice(0, index).split("\n").length,
      word: word.replace(new RegExp(GAP, "g"), " "),
      instead,
    }));
}
