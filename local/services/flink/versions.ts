import { AwsError } from "../protocol/aws-error";
import { type Application, epochSeconds, newestSnapshot, type OperationInfo } from "./state";

/** Keeps what an update of the running job is about to replace. */
export function keepEarlier(application: Application): void {
  const { ApplicationVersionId, ApplicationConfigurationDescription, ServiceExecutionRole, RuntimeEnvironment } =
    application.detail;
  const kept = { ApplicationVersionId, ApplicationConfigurationDescription, ServiceExecutionRole, RuntimeEnvironment };
  application.earlier = structuredClone(kept);
}

/**
 * Refuses a rollback that AWS refuses too: without a version that ran before, or without a snapshot
 * (https://docs.aws.amazon.com/managed-flink/latest/apiv2/API_RollbackApplication.html).
 */
export function checkRollback(application: Application): void {
  const refuse = (message: string) => new AwsError("InvalidRequestException", message);
  if (!application.earlier) throw refuse("There is no earlier running version to roll back to.");
  if (!newestSnapshot(application)) throw refuse("The application has no snapshot to roll back with.");
}

/** Makes the earlier version the application's next one, and answers from and to which it goes. */
export function bringBack(application: Application): Pick<OperationInfo, "ApplicationVersionChangeDetails"> {
  const { detail, earlier } = application;
  if (!earlier) throw new Error(`${detail.ApplicationName} has no earlier version`);
  const { ApplicationVersionId: rolledBackTo, ...configuration } = earlier;
  const from = detail.ApplicationVersionId;
  Object.assign(detail, structuredClone(configuration));
  detail.ApplicationVersionId = from + 1;
  detail.ApplicationVersionRolledBackFrom = from;
  detail.ApplicationVersionRolledBackTo = rolledBackTo;
  detail.LastUpdateTimestamp = epochSeconds();
  delete application.earlier;
  return {
    ApplicationVersionChangeDetails: { ApplicationVersionUpdatedFrom: from, ApplicationVersionUpdatedTo: from + 1 },
  };
}
