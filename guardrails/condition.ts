import type { Environment } from "../envs/schema";

/** Which environments something is for: it follows from their settings, so that a new or changed file needs no other edit. */
export interface Condition {
  /** The settings, in words. */
  readonly says: string;
  readonly holds: (environment: Environment) => boolean;
}

export const ALWAYS: Condition = { says: "always", holds: () => true };

export const PROVISIONED: Condition = {
  says: "`kafka.mode` is `provisioned`",
  holds: ({ kafka }) => kafka.mode === "provisioned",
};

export const UNPROTECTED: Condition = { says: "`protectData` is `false`", holds: ({ protectData }) => !protectData };

export const BEHIND_NAT: Condition = {
  says: "`network.mode` is `nat`",
  holds: ({ network }) => network.mode === "nat",
};

export const BUILDS_ITS_JAR: Condition = {
  says: "`flink.artifact.source` is `build`",
  holds: ({ flink }) => flink.artifact.source === "build",
};

export const WITH_SHORT_LOGS: Condition = {
  says: "`retention.logDays` is less than 365",
  holds: ({ retention }) => retention.logDays < 365,
};

export const CONSUMES_ON_SCHEDULE: Condition = {
  says: "`consumer.schedule` is set",
  holds: ({ consumer }) => consumer.schedule !== undefined,
};

/** A service that need not name its source when it acts. */
export const trusts = (service: keyof Environment["trust"]["sourceAccount"]): Condition => ({
  says: `\`trust.sourceAccount.${service}\` is \`false\``,
  holds: ({ trust }) => !trust.sourceAccount[service],
});

export const both = (one: Condition, other: Condition): Condition => ({
  says: `${one.says} and ${other.says}`,
  holds: (environment) => one.holds(environment) && other.holds(environment),
});
