/** What happened to an application's processes since the services started. */
export interface JobIncidents {
  readonly jobManagerRestarts: number;
  readonly taskManagerRestarts: number;
  readonly lastIncident?: {
    /** Milliseconds since 1970. */
    readonly at: number;
    readonly what: string;
  };
}

const NONE: JobIncidents = { jobManagerRestarts: 0, taskManagerRestarts: 0 };

/** Counts the deaths of job and task managers, which a recovered job no longer shows. */
export class IncidentLog {
  private readonly byApplication = new Map<string, JobIncidents>();

  of(application: string): JobIncidents {
    return this.byApplication.get(application) ?? NONE;
  }

  record(application: string, counter: "jobManagerRestarts" | "taskManagerRestarts", what: string): void {
    const earlier = this.of(application);
    this.byApplication.set(application, {
      ...earlier,
      [counter]: earlier[counter] + 1,
      lastIncident: { at: Date.now(), what },
    });
  }

  forget(application: string): void {
    this.byApplication.delete(application);
  }
}
