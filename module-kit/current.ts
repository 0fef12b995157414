import { DataAwsCallerIdentity } from "@cdktf/provider-aws/lib/data-aws-caller-identity";
import { DataAwsPartition } from "@cdktf/provider-aws/lib/data-aws-partition";
import { DataAwsRegion } from "@cdktf/provider-aws/lib/data-aws-region";
import { type TerraformDataSource, TerraformLocal, TerraformStack } from "cdktf";
import type { Construct } from "constructs";

/** ID of the account that the stack, or the published module, is applied in. */
export const currentAccount = (scope: Construct): string => current(scope, DataAwsCallerIdentity).accountId;

/** Its partition, with which ARNs begin, such as `aws`. */
export const currentPartition = (scope: Construct): string => current(scope, DataAwsPartition).partition;

/** Its partition's domain backwards, with which names of services begin there, such as `com.amazonaws`. */
export const currentReverseDomain = (scope: Construct): string => current(scope, DataAwsPartition).reverseDnsPrefix;

/**
 * Its region, such as `eu-west-1`, as `local.current_region`, which versions 5 and 6 of the provider both read without a warning: version 6
 * deprecates the attribute `name` and brings `region`, which version 5 lacks. `lookup` takes the data source whole, so that neither is
 * named as an attribute, and reads `name` only where `region` is missing.
 *
 * @see https://registry.terraform.io/providers/hashicorp/aws/latest/docs/guides/version-6-upgrade#data-source-aws_region
 */
export function currentRegion(scope: Construct): string {
  const stack = TerraformStack.of(scope);
  const found = stack.node.tryFindChild(REGION) as TerraformLocal | undefined;
  if (found) return found.asString;
  const source = current(scope, DataAwsRegion).fqn;
  const made = new TerraformLocal(stack, REGION, `\${lookup(${source}, "region", lookup(${source}, "name", null))}`);
  made.overrideLogicalId(REGION);
  return made.asString;
}

/** The local's name in every stack and module. */
const REGION = "current_region";

interface DataSourceClass<D> {
  readonly tfResourceType: string;
  new (scope: Construct, id: string, config: object): D;
}

/** The one `data.<type>.current` of the stack, for all constructs in it; made when first asked for. */
function current<D extends TerraformDataSource>(scope: Construct, DataSource: DataSourceClass<D>): D {
  const stack = TerraformStack.of(scope);
  const id = `${DataSource.tfResourceType}-${CURRENT}`;
  const found = stack.node.tryFindChild(id) as D | undefined;
  if (found) return found;
  const made = new DataSource(stack, id, {});
  made.overrideLogicalId(CURRENT);
  return made;
}

const CURRENT = "current";

/** Whether an address, such as `data.aws_region.current`, is of a data source that a whole stack shares. */
export const isShared = (address: string): boolean =>
  [DataAwsCallerIdentity, DataAwsPartition, DataAwsRegion].some(
    ({ tfResourceType }) => address === `data.${tfResourceType}.${CURRENT}`,
  );
