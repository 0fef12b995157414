import { Bastion } from "../../../modules/bastion";
import { statement, synthesize } from "./support/synthesize";

const props = {
  name: "acme-bastion",
  subnetId: "subnet-a",
  securityGroupIds: ["sg-1"],
  kmsKeyArn: "arn:aws:kms:eu-west-1:111122223333:key/k",
};
const build = () => synthesize((stack) => new Bastion(stack, "bastion", props));

describe("bastion", () => {
  test("has no public address, no key pair, and an encrypted volume", () => {
    const instance = build().resource.aws_instance?.bastion;
    expect(instance).toMatchObject({
      associate_public_ip_address: false,
      root_block_device: { encrypted: true, kms_key_id: props.kmsKeyArn },
    });
    expect(instance).not.toHaveProperty("key_name");
  });

  test("asks for a token at its metadata endpoint, and containers on it cannot reach that", () => {
    expect(build().resource.aws_instance?.bastion.metadata_options).toEqual({
      http_endpoint: "enabled",
      http_tokens: "required",
      http_put_response_hop_limit: 1,
    });
  });

  test("may open sessions through Systems Manager, and nothing more by itself", () => {
    const stack = build();
    expect(statement(stack, "bastion_role_session_document", "ReportToSystemsManager")).toMatchObject({
      actions: ["ssm:UpdateInstanceInformation"],
      resources: [expect.stringMatching(/:instance\/\*$/)],
    });
    expect(statement(stack, "bastion_role_session_document", "Sessions").actions).toEqual([
      "ssmmessages:CreateControlChannel",
      "ssmmessages:CreateDataChannel",
      "ssmmessages:OpenControlChannel",
      "ssmmessages:OpenDataChannel",
    ]);
    expect(Object.keys(stack.resource.aws_iam_policy ?? {})).toEqual(["bastion_role_session_policy"]);
  });

  test("survives a newer image", () => {
    expect(build().resource.aws_instance?.bastion.lifecycle).toEqual({ ignore_changes: ["ami"] });
  });
});
