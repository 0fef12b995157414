import type { JobIncidents } from "./incidents";
import type { JobFigures } from "./rest";
import type { ApplicationDetail, FlinkState } from "./state";

/** An application as `/_status` shows it. */
export interface ApplicationFigures extends JobIncidents {
  readonly name: string;
  readonly status: ApplicationDetail["ApplicationStatus"];
  readonly version: number;
  /** Absent while no job runs. */
  readonly job?: JobFigures & { readonly ui: string };
}

/** Every application there is, whether its job runs or not. */
export async function applicationFigures(
  { applications }: Readonly<FlinkState>,
  runner: {
    figures(): Promise<Record<string, JobFigures & { ui: string }>>;
    incidents(application: string): JobIncidents;
  },
): Promise<ApplicationFigures[]> {
  const jobs = await runner.figures();
  return Object.values(applications).map(({ detail }) => ({
    name: detail.ApplicationName,
    status: detail.ApplicationStatus,
    version: detail.ApplicationVersionId,
    ...runner.incidents(detail.ApplicationName),
    ...(jobs[detail.ApplicationName] && { job: jobs[detail.ApplicationName] }),
  }));
}
