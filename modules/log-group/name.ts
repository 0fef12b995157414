import { text } from "../../module-kit/text";

/** The name of a log group; shared by the modules that are given one. */
export const logGroupName = text(/^[a-zA-Z0-9_./#-]{1,512}$/, "be 1 to 512 of a-z, A-Z, 0-9 and _./#-");
