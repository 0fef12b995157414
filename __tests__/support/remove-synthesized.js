const { rmSync } = require("node:fs");

/** Removes what synthesize-once.js has made. */
module.exports = () => rmSync(process.env.SYNTHESIZED_STACKS, { recursive: true, force: true });
