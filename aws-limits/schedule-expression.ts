/**
 * A recurring schedule, as EventBridge Scheduler takes it: `rate(1 minute)`, or `cron(0 8 ? * MON-FRI *)` with six fields, one of the two
 * for days being `?`. https://docs.aws.amazon.com/scheduler/latest/UserGuide/schedule-types.html
 */
export const SCHEDULE_EXPRESSION = new RegExp(`^(${rate()}|${cron()})$`);

/**
 * What modules ask for, in a pattern that a person can read: six fields, the right plural. It leaves the ranges of the fields to AWS.
 */
export const SCHEDULE_FORM =
  /^(rate[(](1 (minute|hour|day)|([2-9]|[1-9][0-9]+) (minutes|hours|days))[)]|cron[(]([0-9A-Z,/*?#-]+ ){5}[0-9,/*-]+[)])$/;

/** What {@link SCHEDULE_EXPRESSION} asks for, to complete "must be …". */
export const SCHEDULE_RULE =
  "rate(…) of 1 or more minutes, hours or days, such as rate(5 minutes), or cron(…) with six fields (minutes, hours, day of month, month, " +
  "day of week, year), of which one day is ?, such as cron(0 8 ? * MON-FRI *)";

function rate(): string {
  return "rate\\((1 (minute|hour|day)|([2-9]|[1-9][0-9]{1,6}) (minutes|hours|days))\\)";
}

function cron(): string {
  const minutes = list("([0-5]?[0-9])");
  const hours = list("([01]?[0-9]|2[0-3])");
  const day = "([12][0-9]|3[01]|0?[1-9])";
  const daysOfMonth = `(${list(day)}|L|${day}W|LW)`;
  const months = list("(1[0-2]|0?[1-9]|JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)");
  const weekday = "([1-7]|SUN|MON|TUE|WED|THU|FRI|SAT)";
  const daysOfWeek = `(${list(weekday)}|${weekday}?L|${weekday}#[1-5])`;
  const years = list("(19[7-9][0-9]|20[0-9][0-9]|21[0-9][0-9])");
  const days = `(\\? ${months} ${daysOfWeek}|${daysOfMonth} ${months} \\?)`;
  return `cron\\(${minutes} ${hours} ${days} ${years}\\)`;
}

/** Values, ranges and steps of a field, separated by commas. */
function list(value: string): string {
  const one = `([*]|${value}(-${value})?)(/[0-9]{1,4})?`;
  return `${one}(,${one})*`;
}
