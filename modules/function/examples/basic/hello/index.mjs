/** Greets the name in the event. */
export const handler = async ({ name = "world" }) => ({ greeting: `Hello, ${name}!` });
