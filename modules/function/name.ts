import { text } from "../../module-kit/text";

/** The name of a function; shared by the modules that are given one. */
export const functionName = text(/^[a-zA-Z0-9_-]{1,64}$/, "be 1 to 64 of a-z, A-Z, 0-9, underscore and hyphen");
