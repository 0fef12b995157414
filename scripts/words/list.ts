/** One word that this project does not use, and what it uses instead. */
export interface Rule {
  /** Words that are searched for, as a regular expression. A space stands for any white space and the marks of comments around it. */
  readonly pattern: string;
  /** What to write instead. */
  readonly instead: string;
  /** `text`: anywhere in a file. `export`: names that a TypeScript file exports. */
  readonly where: "text" | "export";
}

const text = (pattern: string, instead: string): Rule => ({ pattern, instead, where: "text" });

/**
 * The words, by subject. Text is documents, comments, messages, descriptions and names alike. Words that are fine in a sentence or as a
 * local name, such as "known", are refused as exported names only.
 */
export const RULES: readonly Rule[] = [
  // Alarms: CloudWatch's terms.
  text("rings|rang|ringing", "fires, is in ALARM"),
  text("is well|are well|all is well", "is OK"),
  text("do(?:es)? not do (?:its|their) work", "is unhealthy"),
  text("told", "notifies, recipients; is reported, gets"),
  // Modules and Terraform.
  text("doors?", "the construct and the module, both forms"),
  text("stand-ins?", "token (of cdktf), placeholder, fake"),
  text("demandOfEach", "preconditionForEach"),
  text("tidy|tidied|tidies", "simplify"),
  {
    pattern: "demands?|refused|refusals?|says|known|least|literals|spelling|remarks?|notes?",
    instead: "precondition, invalid, message, constancy, meet, lint, terraformNames, readmeSections, comment",
    where: "export",
  },
  text("former|formerly", "moved, movedFrom; earlier"),
  {
    pattern: "Reporters|Watched|wayOut|named|told|\\w*Letters?(?<!Dead\\w*)|strangers?|Fate|Deed|Voice|Stopwatch",
    instead:
      "MetricSources, MonitoredStacks, egress, resourceName, notify, DeadLetters, foreignRecords, Outcome, Permission, Output, Completion",
    where: "export",
  },
  text("strangers?", "foreign records, another process"),
  text("stopwatch|deeds?", "completion, action"),
  // Words.
  text("ill", "unhealthy"),
  text("mend|mends|mended|mending", "fix, patch, restore"),
  text("puts? right", "patches"),
  text("goes on|go on|going on|went on", "continues, keeps"),
  text("anew", "again"),
  text("besides?", "next to, in addition to"),
  text("whoever|whom|whomever", "anyone who, those who, the caller"),
  text("fellows|namesakes?", "the others, of the same name"),
  text("complain|complains", "report errors"),
  text("thereof|hence|upon|anent|whilst|ere|shall", "a present-day word"),
  text(
    "is no (?:part|option) of|in whose stead|be it",
    "is not part of, is not an option of; in place of which; whether",
  ),
  text("all the same", "anyway"),
  { pattern: "[lL]aptop\\w+|LAPTOP", instead: "Local…: laptop is a word for prose", where: "export" },
  // "X a Y" for a rate or a share.
  text(
    "(?:one|two|three)(?: [a-z]+)? a (?:zone|broker|metric|partition|ticker|function|stack|case|file|topic|line|reason|fault|part|concern)",
    "one X per Y",
  ),
  text("[a-z]+ at a time a [a-z]+|a [a-z]+ at a time", "per Y"),
  // Clauses of a reason.
  text("the way out|way out", "egress"),
  text(
    "for (?:cdktf|kafkajs|MSK|AWS|Terraform|Kafka|it is|it has|it was|it would|they are) (?:reports|has|was|calls|is|may|does)",
    "because",
  ),
];
