import { z } from "zod";
import { RETENTION_DAYS } from "../../aws-limits/log-retention";

/** A retention period of log groups, in days. */
export const retentionDays = z.literal(RETENTION_DAYS, { error: `must be one of ${RETENTION_DAYS.join(", ")}` });
