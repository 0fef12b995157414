import { RULES } from "../../guardrails/rules/all";
import { WAIVERS } from "../../guardrails/waived";
import type { Waiver } from "../../guardrails/waivers";
import { WAIVERS as CHECKOV_WAIVERS } from "../security/waived";
import { table } from "./sections";

/** The rules that every synthesized stack must meet. */
export const rulesTable = (): string =>
  table(
    ["rule", "applies to", "requirement"],
    RULES.map(({ id, types, requirement }) => [
      `\`${id}\``,
      types.map((type) => `\`${type}\``).join(", "),
      requirement,
    ]),
  );

export const waiversTable = (): string => waivedTable(WAIVERS);
export const checkovWaiversTable = (): string => waivedTable(CHECKOV_WAIVERS);

/** A row for each reason, with all the rules and resources that it is for. */
function waivedTable(waivers: readonly Waiver[]): string {
  const keyOf = ({ reason, when, expires }: Waiver) => [reason, when.description, expires].join();
  const groups = [...new Set(waivers.map(keyOf))].map((key) => waivers.filter((waiver) => keyOf(waiver) === key));
  return table(
    ["rules", "resources", "when", "reason", "until"],
    groups.map((group) => [
      distinct(group.map(({ rule }) => `\`${rule}\``)),
      distinct(group.map(({ stack, resource }) => `${stack}: \`${resource}\``)),
      group[0]!.when.description,
      group[0]!.reason,
      group[0]!.expires,
    ]),
  );
}

const distinct = (texts: readonly string[]): string => [...new Set(texts)].join("<br>");
