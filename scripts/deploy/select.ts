/** The stacks that are asked for by their short names, in their order; all when none is. @throws for a name that is none of them */
export function selectStacks<Stack extends { readonly name: string }>(
  stacks: readonly Stack[],
  environment: string,
  wanted: readonly string[],
): readonly Stack[] {
  if (wanted.length === 0) return stacks;
  const short = ({ name }: Stack) => name.replace(`${environment}-`, "");
  const unknown = wanted.filter((name) => !stacks.some((stack) => short(stack) === name));
  if (unknown.length > 0) {
    throw new Error(`--stack is "${unknown.join('", "')}": ${environment} has ${stacks.map(short).join(", ")}.`);
  }
  return stacks.filter((stack) => wanted.includes(short(stack)));
}
