import type { Structure } from "../models/shape";
import { type Limit, listOf, numberOf, structureOf, textOf, unless, within } from "./limit";

const BODY =
  "https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/CloudWatch-Dashboard-Body-Structure.html";
const OF = ["cloudwatch:PutDashboard"];
const TYPES = ["metric", "text", "log", "alarm", "explorer", "custom"];

function widgets(parameters: Structure): readonly Structure[] {
  try {
    return listOf(JSON.parse(textOf(parameters, "DashboardBody")), "widgets").map((widget) =>
      structureOf({ widget }, "widget"),
    );
  } catch {
    return [];
  }
}

export const dashboards: readonly Limit[] = [
  {
    rule: "a dashboard's body is JSON with 1 to 500 widgets",
    source: BODY,
    of: OF,
    problems: (parameters) => unless(within(widgets(parameters).length, 1, 500), widgets(parameters).length),
  },
  {
    rule: "a widget lies within 24 columns, and is up to 1,000 rows high",
    source: BODY,
    of: OF,
    problems: (parameters) =>
      widgets(parameters).flatMap((widget) => {
        const [x = 0, y = 0, width = 6, height = 6] = ["x", "y", "width", "height"].map((name) =>
          numberOf(widget, name),
        );
        return unless(
          within(width, 1, 24) && within(height, 1, 1000) && x >= 0 && y >= 0 && x + width <= 24,
          `${x}+${width}, ${height} high`,
        );
      }),
  },
  {
    rule: `a widget is one of ${TYPES.join(", ")}`,
    source: BODY,
    of: OF,
    problems: (parameters) =>
      widgets(parameters)
        .map((widget) => textOf(widget, "type"))
        .filter((type) => !TYPES.includes(type)),
  },
  {
    rule: "a metric widget has a region, and annotations or up to 500 metrics",
    source: BODY,
    of: OF,
    problems: (parameters) =>
      widgets(parameters)
        .filter((widget) => widget.type === "metric")
        .flatMap((widget) => {
          const properties = structureOf(widget, "properties");
          const metrics = listOf(properties, "metrics").length;
          const shows = metrics > 0 || "annotations" in properties;
          return unless(textOf(properties, "region") !== "" && shows && metrics <= 500, textOf(properties, "title"));
        }),
  },
];
