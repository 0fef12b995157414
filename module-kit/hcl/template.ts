/** A piece of a Terraform template: literal text, or an expression in its braces. */
export interface TemplatePart {
  readonly text: string;
  readonly isExpression: boolean;
}

const ESCAPE = /^(\$\$|%%)\{/;
const OPENING = /^[$%]\{/;

/** Splits a template into text and `${…}` or `%{…}`; `$${` stays in the text, as it is. */
export function splitTemplate(template: string): TemplatePart[] {
  const parts: TemplatePart[] = [];
  let text = "";
  let at = 0;
  while (at < template.length) {
    const rest = template.slice(at, at + 3);
    if (OPENING.test(rest)) {
      const end = closingBrace(template, at + 2);
      if (text) parts.push({ text, isExpression: false });
      text = "";
      parts.push({ text: template.slice(at, end + 1), isExpression: true });
      at = end + 1;
    } else {
      const length = ESCAPE.test(rest) ? 3 : 1;
      text += template.slice(at, at + length);
      at += length;
    }
  }
  if (text) parts.push({ text, isExpression: false });
  return parts;
}

/** Where the brace stands that closes the expression that begins at `from`. */
function closingBrace(template: string, from: number): number {
  let depth = 0;
  for (let at = from; at < template.length; at++) {
    if (template[at] === '"') at = closingQuote(template, at + 1);
    else if (template[at] === "{") depth++;
    else if (template[at] === "}" && depth-- === 0) return at;
  }
  throw new Error(`a template is not closed: ${template}`);
}

/** Where the quote stands that closes the string that begins at `from`. */
export function closingQuote(template: string, from: number): number {
  for (let at = from; at < template.length; at++) {
    const rest = template.slice(at, at + 3);
    if (template[at] === '"') return at;
    if (template[at] === "\\") at++;
    else if (ESCAPE.test(rest)) at += 2;
    else if (OPENING.test(rest)) at = closingBrace(template, at + 2);
  }
  throw new Error(`a string is not closed: ${template}`);
}
