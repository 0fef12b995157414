import { CloudwatchLogGroup } from "@cdktf/provider-aws/lib/cloudwatch-log-group";
import { Subnet } from "@cdktf/provider-aws/lib/subnet";
import { App, S3Backend, TerraformOutput } from "cdktf";
import { Construct } from "constructs";
import { PlainStack } from "../../../module-kit/plain-stack";
import { all, times } from "../../../module-kit/structure";

const app = () => new App({ skipValidation: true });
const stackWithBackend = (scope: App, id: string) => {
  const stack = new PlainStack(scope, id);
  new S3Backend(stack, { bucket: "state", key: `${id}.tfstate`, region: "eu-west-1" });
  return stack;
};
const synthesized = (stack: PlainStack) => {
  stack.prepareStack();
  return stack.toTerraform();
};

test("an address is the ids on the way, without a hash; `this` is named after its construct", () => {
  const stack = new PlainStack(app(), "stack");
  const lake = new Construct(stack, "lake-store");
  new CloudwatchLogGroup(lake, "this", { name: "a" });
  new CloudwatchLogGroup(lake, "errorLogs", { name: "b" });
  expect(Object.keys(synthesized(stack).resource.aws_cloudwatch_log_group)).toEqual([
    "lake_store",
    "lake_store_error_logs",
  ]);
});

test("two elements that would get one address are refused with both paths", () => {
  const stack = new PlainStack(app(), "stack");
  new CloudwatchLogGroup(stack, "a_b", { name: "a" });
  new CloudwatchLogGroup(new Construct(stack, "a"), "b", { name: "b" });
  expect(() => synthesized(stack)).toThrow(/stack\/a\/b and stack\/a_b would both be "a_b"/);
});

test("one address for two types is no clash", () => {
  const stack = new PlainStack(app(), "stack");
  new CloudwatchLogGroup(new Construct(stack, "a"), "b", { name: "b" });
  new Subnet(stack, "a_b", { vpcId: "vpc-1" });
  expect(Object.keys(synthesized(stack).resource)).toEqual(["aws_cloudwatch_log_group", "aws_subnet"]);
});

test("what another stack uses becomes an output there and a remote state here", () => {
  const scope = app();
  const from = stackWithBackend(scope, "dev-network");
  const to = stackWithBackend(scope, "dev-lake");
  const subnets = new Subnet(from, "private", { count: times(2), vpcId: "vpc-1" });
  new TerraformOutput(to, "ids", { value: all(subnets, "id") });
  const [user, owner] = [synthesized(to), synthesized(from)];
  expect(user.output.ids.value).toBe(
    "${data.terraform_remote_state.cross_stack_reference_input_dev_network.outputs.cross_stack_output_aws_subnet_private_id}",
  );
  expect(owner.output.cross_stack_output_aws_subnet_private_id.value).toBe("${aws_subnet.private[*].id}");
});
