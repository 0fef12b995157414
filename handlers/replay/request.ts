import * as z from "zod";
import { CORRELATION_ID_HEADER, DeadLetterReason } from "../../contracts/dead-letter";

/** Sample dead letters that a list shows at most, so that it fits a function's answer. */
export const MOST_SAMPLES = 1_000;

/** What is done with the dead-letter topic. */
export const ReplayRequest = z.strictObject({
  /** `list`: how many of each reason, and samples; `export`: a line of JSON each; `publish`: such lines to the input topic. */
  command: z.enum(["list", "export", "publish"]),
  /** Which dead letters to list or export; what is absent does not narrow. */
  filter: z
    .strictObject({
      /** Refused at or after this time, in unix milliseconds. */
      since: z.int().min(0).optional(),
      reasons: z.array(DeadLetterReason).min(1).optional(),
      /** Of this partition of the dead-letter topic. */
      partition: z.int().min(0).optional(),
      /** At or after this offset of that partition. */
      offset: z.int().min(0).optional(),
    })
    .default({}),
  /** Letters, or earlier replacements, that are shown one by one. */
  samples: z.int().min(0).max(MOST_SAMPLES).default(5),
  /** Without it nothing is published: only what would be is found out. */
  confirmed: z.boolean().default(false),
  /** Publishes trades of windows that are over, which the job refuses as late. */
  allowLate: z.boolean().default(false),
  /** Publishes although the input topic has forgotten whether it was done before. */
  acceptDuplicates: z.boolean().default(false),
  /** Records of a transaction at most. */
  transactionRecords: z.int().min(1).default(500),
});
export type ReplayRequest = z.output<typeof ReplayRequest>;
export type Filter = ReplayRequest["filter"];

/** The function's event: a request, and the object of the exchange bucket that an export fills and a publication reads. */
export const ReplayEvent = z
  .strictObject({
    ...ReplayRequest.shape,
    object: z.uuid().optional(),
    [CORRELATION_ID_HEADER]: z.string().optional(),
  })
  .refine(({ command, object }) => command === "list" || object !== undefined, {
    path: ["object"],
    message: "expected the key of an object in the exchange bucket, because an export or a publication has a file",
  });
