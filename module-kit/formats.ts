import * as z from "zod";

/** A rule that no pattern can say: in TypeScript a function, in Terraform an expression with the same verdict on every text. */
interface Format {
  readonly holds: (value: string) => boolean;
  /** The HCL condition for the value at `at`; it never fails, whatever the text. */
  readonly condition: (at: string) => string;
}

export const FORMATS: Readonly<Record<string, Format>> = {
  // Alone, jsondecode passes over whatever follows a closing bracket too many; the other kind of bracket around it does not.
  json: {
    holds: isJson,
    condition: (at) => `can([jsondecode("[\${${at}}]"), jsondecode("{\\"json\\":\${${at}}}")])`,
  },
  network: { holds: isNetwork, condition: (at) => `try(cidrsubnet(${at}, 0, 0) == ${at}, false)` },
};

/** An input of JSON text, of any shape. */
export const json = () => format("json", "be valid JSON");

/**
 * An input of an IPv4 network, such as `10.0.0.0/16`; an address within one, such as `10.0.0.1/16`, is refused.
 *
 * @param widest The shortest prefix, 0 to 32.
 * @param narrowest The longest prefix, not below `widest`.
 */
export function network(widest = 0, narrowest = 32) {
  const prefixes = Array.from({ length: narrowest - widest + 1 }, (_, i) => widest + i).join("|");
  const range = widest === 0 && narrowest === 32 ? "" : ` from /${widest} to /${narrowest}`;
  const hint = `be an IPv4 network${range}, such as 10.0.0.0/${Math.max(widest, Math.min(narrowest, 16))}`;
  return format("network", hint).regex(new RegExp(`^[0-9.]+/(${prefixes})$`), { error: `must ${hint}` });
}

const format = (name: keyof typeof FORMATS & string, hint: string) =>
  z.stringFormat(name, (value) => FORMATS[name]?.holds(value) ?? false, { error: `must ${hint}` }).meta({ hint });

function isJson(value: string): boolean {
  try {
    JSON.parse(value);
    return true;
  } catch {
    return false;
  }
}

function isNetwork(value: string): boolean {
  if (!z.cidrv4().safeParse(value).success) return false;
  const [address = "", prefix] = value.split("/");
  const bits = address.split(".").reduce((all, part) => all * 256 + Number(part), 0);
  return bits % 2 ** (32 - Number(prefix)) === 0;
}
