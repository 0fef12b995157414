import type { TerraformError } from "../../terraform-cli/run";

/** A lock on a stack's state, as Terraform describes it. */
export interface Lock {
  readonly id: string;
  /** User and host that hold it. */
  readonly who: string;
  readonly since: string;
  /** What they do: `OperationTypeApply`, `OperationTypePlan` and so on. */
  readonly operation: string;
}

/** What Terraform says when another stack's state is read that is not there. */
const NOT_DEPLOYED = /Unable to find remote state|No stored state was found/;

/** Whether Terraform refused because a stack that this one reads is not deployed yet. */
export const waitsForOthers = ({ stderr }: TerraformError): boolean => NOT_DEPLOYED.test(stderr);

/** The lock that Terraform met, if that is why it refused. */
export function lockOf({ stderr }: Pick<TerraformError, "stderr">): Lock | undefined {
  if (!/Error acquiring the state lock/.test(stderr)) return undefined;
  const field = (name: string) => new RegExp(`^[│|\\s]*${name}:[ \\t]+(.+?)\\s*$`, "m").exec(stderr)?.[1];
  const id = field("ID");
  if (!id) return undefined;
  const [who = "somebody", since = "some time", operation = "OperationTypeInvalid"] = [
    "Who",
    "Created",
    "Operation",
  ].map(field);
  return { id, who, since: since.replace(/\.\d+/, ""), operation };
}

/** Who holds a lock, since when and for what, in words. */
export const holderOf = ({ who, since, operation, id }: Lock): string =>
  `${who} since ${since}, for ${operation.replace(/^OperationType/, "").toLowerCase()} (lock ${id})`;

/** Terraform's own words without their frame, or what to do where that is known. */
export function explain({ stderr, stdout, directory }: TerraformError): string {
  const text = (stderr.trim() || stdout.trim()).replace(/^[│╷╵]\s?/gm, "").trim();
  if (/S3 bucket .* does not exist|NoSuchBucket/.test(text)) {
    return "there is no state bucket yet: run `npm run bootstrap` for this environment first";
  }
  if (/ExpiredToken|token (included in the request )?(is|has) expired|No valid credential sources found/i.test(text)) {
    return "the AWS credentials have expired, or Terraform does not find them: log in again, and repeat the command";
  }
  return `${text}\n(in ${directory})`;
}
