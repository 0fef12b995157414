import { z } from "zod";

/** Tags that the project sets on every resource. */
export const OWN_TAGS = ["Project", "Environment", "ManagedBy"] as const;
/** Tag that single resources have in addition. */
const NAME_TAG = "Name";

/** Tags of a resource, all together (https://docs.aws.amazon.com/tag-editor/latest/userguide/best-practices-and-strats.html). */
const MOST_TAGS = 50;
const MOST_FURTHER_TAGS = MOST_TAGS - OWN_TAGS.length - 1;

/** Letters, spaces and digits of any script, and `_ . : / = + - @`. */
const ALPHABET = /^[\p{L}\p{Z}\p{N}_.:/=+\-@]*$/u;
const ALPHABET_RULE = "letters, digits, spaces and _ . : / = + - @";

const key = z
  .string()
  .min(1)
  .max(128)
  .regex(ALPHABET, `must be made of ${ALPHABET_RULE}`)
  .refine((name) => !/^aws:/i.test(name), "must not begin with aws:, which AWS keeps for itself")
  .refine((name) => ![...OWN_TAGS, NAME_TAG].some((own) => own.toLowerCase() === name.toLowerCase()), {
    error: `must not be ${[...OWN_TAGS, NAME_TAG].join(", ")}: these are set for you`,
  });

const value = z.string().max(256).regex(ALPHABET, `must be made of ${ALPHABET_RULE}`);

/**
 * Further tags of every resource, within what AWS takes. IAM compares keys without case, so that two may not differ in case alone.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/id_tags.html#id_tags_rules
 */
export const tags = z
  .record(key, value)
  .refine((all) => Object.keys(all).length <= MOST_FURTHER_TAGS, {
    error: ({ input }) =>
      `has ${Object.keys(input as object).length} tags; must be at most ${MOST_FURTHER_TAGS}, for a resource takes ${MOST_TAGS} and has ` +
      `${[...OWN_TAGS, NAME_TAG].join(", ")} already`,
  })
  .superRefine((all, context) => {
    const seen = new Map<string, string>();
    for (const name of Object.keys(all)) {
      const twin = seen.get(name.toLowerCase());
      if (twin !== undefined)
        context.addIssue({
          code: "custom",
          path: [name],
          input: name,
          message: `must differ from "${twin}" in more than case: IAM takes them for one key`,
        });
      seen.set(name.toLowerCase(), name);
    }
  });
