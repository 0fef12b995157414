/** Writes a line to the log. */
export const handler = async (event) => console.log("a report", event);
