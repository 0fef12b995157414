import { MANAGED_SETTINGS, type ManagedSetting, managedConfiguration } from "../../../aws-limits/managed-flink";

/**
 * Managed Flink keeps the checkpoint of a job whose processes end, because its job manager is highly available. The laptop's is not: it
 * would take SIGTERM for a cancellation.
 */
const WITHOUT_HIGH_AVAILABILITY = {
  "execution.checkpointing.externalized-checkpoint-retention": "RETAIN_ON_CANCELLATION",
};

/**
 * Flink's configuration as Managed Flink has it.
 * @param application what the application's own configuration sets; undefined unsets, and Flink makes no checkpoints without an interval
 * @throws Error for an option that an application cannot set there
 */
export function managedFlink(
  application: Readonly<Record<string, ManagedSetting["value"] | undefined>>,
): Record<string, ManagedSetting["value"]> {
  const settable = MANAGED_SETTINGS.filter(({ changedBy }) => changedBy === "application").map(({ option }) => option);
  const fixed = Object.keys(application).filter((option) => !settable.includes(option));
  if (fixed.length > 0)
    throw new Error(
      `An application on Managed Flink cannot set ${fixed.join(", ")}; it can set ${settable.join(", ")}.`,
    );
  const configuration = { ...managedConfiguration(), ...WITHOUT_HIGH_AVAILABILITY, ...application };
  return Object.fromEntries(
    Object.entries(configuration).flatMap(([option, value]) => (value === undefined ? [] : [[option, value]])),
  );
}
