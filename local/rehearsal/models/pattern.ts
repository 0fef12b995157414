const compiled = new Map<string, RegExp | Error>();

/**
 * A pattern of a model, which is written for Java, as a JavaScript expression for the whole value; an Error where it cannot be one.
 * Both know \p{L}; Java's surrogate pairs are one character here.
 */
export function javaPattern(source: string): RegExp | Error {
  const known = compiled.get(source);
  if (known) return known;
  const made = compile(source);
  compiled.set(source, made);
  return made;
}

function compile(source: string): RegExp | Error {
  const [, flags = "", rest = source] = /^\(\?([is]+)\)(.*)$/s.exec(source) ?? [];
  const portable = rest
    .replaceAll(String.raw`\uD800\uDC00-\uDBFF\uDFFF`, String.raw`\u{10000}-\u{10FFFF}`)
    .replaceAll(String.raw`\p{Alnum}`, "A-Za-z0-9")
    // In JavaScript's Unicode mode only characters with a meaning of their own may be escaped.
    .replace(/\\([^\w\s^$\\.*+?()[\]{}|/-])/g, "$1")
    // Possessive quantifiers match the same values; a repeated end of the text is the end of the text.
    .replace(/([*+?}])\+(?!\])/g, "$1")
    .replace(/\$\{\d+(,\d*)?\}/g, "$$");
  for (const [text, mode] of [
    [portable, "u"],
    [rest, ""],
  ] as const) {
    try {
      return new RegExp(`^(?:${text})$`, `${mode}${flags}`);
    } catch {
      // The form without Unicode mode is tried next; it allows more escapes.
    }
  }
  return new Error(`the pattern ${source} is not one that JavaScript knows`);
}
