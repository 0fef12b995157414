import { type Limit, textOf, unless } from "./limit";

export const iam: readonly Limit[] = [
  {
    rule: "the name of a managed policy has no slash",
    source: "https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreatePolicy.html",
    of: ["iam:CreatePolicy"],
    problems: (parameters) => unless(!textOf(parameters, "PolicyName").includes("/"), textOf(parameters, "PolicyName")),
  },
  {
    rule: "a role's description is in Latin-1",
    source: "https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateRole.html",
    of: ["iam:CreateRole", "iam:UpdateRole"],
    problems: (parameters) => {
      const description = textOf(parameters, "Description");
      return unless(/^[\t\n\r\x20-\x7e\xa1-\xff]*$/.test(description), description);
    },
  },
];
