import { idleTable } from "./docs/costs";
import { decisionsTable } from "./docs/decisions";
import { exampleFunctions } from "./docs/example-functions";
import { foldersDiagram, foldersTable } from "./docs/folders";
import { functionMetricsTable, functionsTable } from "./docs/functions";
import { managedFlinkTable } from "./docs/managed-flink";
import { alarmsTable, dashboardsTable, evidenceTable, metricsTable } from "./docs/observability";
import { artefactsTable } from "./docs/platforms";
import { sample } from "./docs/samples";
import { documents, stale, write } from "./docs/sections";
import { checkovWaiversTable, rulesTable, waiversTable } from "./docs/security";
import { stacksDiagram } from "./docs/stacks";

/** The documents whose tables and diagrams are made from the code, and what the example in HCL takes from it; by path from docs/. */
export const generatedDocuments = (): Record<string, string> => ({
  "../examples/pipeline/function-definitions.tf": exampleFunctions(),
  ...documents({
    "ARCHITECTURE.md": {
      folders: `${foldersDiagram()}\n\n${foldersTable()}`,
      stacks: stacksDiagram(),
      decisions: decisionsTable(),
    },
    "DEPLOYMENT.md": { idle: idleTable(), "managed-flink": managedFlinkTable() },
    "IMPLEMENTATION_GUIDE.md": { functions: functionsTable() },
    "MODULES.md": { queue: sample("queue/index.ts"), "queue-cases": sample("queue/cases.ts") },
    "OBSERVABILITY.md": {
      alarms: alarmsTable(),
      "alarm-evidence": evidenceTable(),
      dashboards: dashboardsTable(),
      metrics: metricsTable(),
      "function-metrics": functionMetricsTable(),
    },
    "PLATFORMS.md": { artefacts: artefactsTable() },
    "SECURITY.md": {
      rules: rulesTable(),
      waivers: waiversTable(),
      "checkov-waivers": checkovWaiversTable(),
    },
  }),
});

if (require.main === module) {
  const wanted = generatedDocuments();
  if (!process.argv.includes("--check")) {
    write(wanted);
  } else if (stale(wanted).length > 0) {
    console.error(`Stale: ${stale(wanted).join(", ")}. Run \`npm run docs\`.`);
    process.exitCode = 1;
  }
}
