/** Greets whoever the event names. */
export const handler = async ({ name = "world" }) => ({ greeting: `Hello, ${name}!` });
