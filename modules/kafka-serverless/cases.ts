import type { Cases } from "../../module-kit/cases";
import type { inputs } from "./index";

const required = {
  name: "market-data-dev",
  subnetIds: ["subnet-0aaa1111bbb2222cc", "subnet-0ddd3333eee4444ff"],
  securityGroupIds: ["sg-0aaa1111bbb2222cc"],
};

export const cases: Cases<typeof inputs> = {
  minimal: required,
  full: { ...required, securityGroupIds: ["sg-0aaa1111bbb2222cc", "sg-0ddd3333eee4444ff"], tags: { Team: "data" } },
};
