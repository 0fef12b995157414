import * as z from "zod";
import { RETENTION_DAYS } from "../../aws-limits/log-retention";

/** A retention period in days; anything that CloudWatch Logs does not offer is refused before a plan. */
export const retentionDays = z.literal(RETENTION_DAYS);
