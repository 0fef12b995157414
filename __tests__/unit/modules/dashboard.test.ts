import { Dashboard } from "../../../modules/dashboard";
import { synthesize } from "./support/synthesize";

const build = (name: string) => synthesize((stack) => new Dashboard(stack, "board", { name, body: '{"widgets":[]}' }));

describe("dashboard", () => {
  test("has the given name and widgets", () => {
    expect(build("acme-overview").resource.aws_cloudwatch_dashboard?.board).toMatchObject({
      dashboard_name: "acme-overview",
      dashboard_body: '{"widgets":[]}',
    });
  });

  test("refuses a name that CloudWatch would refuse", () => {
    expect(() => build("acme overview")).toThrow(/name/);
  });
});
