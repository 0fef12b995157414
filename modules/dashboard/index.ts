import { CloudwatchDashboard } from "@cdktf/provider-aws/lib/cloudwatch-dashboard";
import { Construct } from "constructs";
import * as z from "zod";
import { json } from "../../module-kit/formats";
import { type Props, parse } from "../../module-kit/inputs";
import { defineModule } from "../../module-kit/module";
import { text } from "../../module-kit/text";

export const inputs = z.object({
  name: text(/^[a-zA-Z0-9_-]{1,255}$/, "be 1 to 255 of a-z, A-Z, 0-9, underscore and hyphen").describe(
    "Name of the dashboard.",
  ),
  body: json().describe('Widgets as JSON, as the console shows it under "View/edit source"; at most 500 widgets.'),
});

/**
 * A CloudWatch dashboard.
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/CloudWatch-Dashboard-Body-Structure.html
 */
export class Dashboard extends Construct {
  private readonly dashboard: CloudwatchDashboard;

  constructor(scope: Construct, id: string, props: Props<typeof inputs>) {
    super(scope, id);
    const p = parse(this, inputs, props);
    this.dashboard = new CloudwatchDashboard(this, "this", { dashboardName: p.name, dashboardBody: p.body });
  }

  get dashboardArn(): string {
    return this.dashboard.dashboardArn;
  }
}

export const dashboardModule = defineModule({
  name: "dashboard",
  description: "A CloudWatch dashboard from its JSON.",
  inputs,
  construct: Dashboard,
  outputs: {
    dashboardArn: { description: "ARN of the dashboard.", value: (m) => m.dashboardArn },
  },
});
