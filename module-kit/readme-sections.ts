/** What a module holds that must not be lost, for {@link dataProtection}. */
interface Kept {
  /** Such as `the lake`. */
  readonly what: string;
  /** Addresses of the resources that hold it. */
  readonly addresses: readonly string[];
  /** Actions of AWS that lose it. */
  readonly actions: readonly string[];
  /** Whether the module has `force_destroy`. */
  readonly forceDestroy: boolean;
}

/**
 * A chapter for the README of a module that holds data: how a Terraform team protects it. `prevent_destroy` takes no variable, so no
 * module can offer it as an input.
 */
export function dataProtection({ what, addresses, actions, forceDestroy }: Kept): string {
  const code = (all: readonly string[]) => all.map((each) => `\`${each}\``).join(", ");
  const ways = [
    ...(forceDestroy
      ? ["Leave `force_destroy` false, its default: S3 refuses to delete a bucket that holds objects."]
      : []),
    `Deny ${code(actions)} to everyone who applies, by a service control policy or a permissions boundary, and lift it for the one change that needs it. This holds against the console too.`,
    `Keep a copy of this folder in your repository, with \`lifecycle { prevent_destroy = true }\` in ${code(addresses)}. Addresses stay the same, so a copy can take over from the module and back.`,
  ];
  return `\`prevent_destroy\` must be a literal next to the resource, so a module cannot take it as an input. To protect ${what}, do at least one of these:\n\n${ways.map((way) => `- ${way}\n`).join("")}`;
}
