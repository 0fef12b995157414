import fc from "fast-check";
import { nameInMetrics, TOPIC_NAME } from "../../../contracts/topic-name";

describe("a topic's name", () => {
  it.each(["a", "_", "-", "_a", "._", "...", "..a", ".a", "stock-prices", "Stock.Prices_2", "a__b", "a".repeat(249)])(
    "may be %p",
    (name) => expect(TOPIC_NAME.test(name)).toBe(true),
  );

  it.each([
    "",
    ".",
    "..",
    "__",
    "__consumer_offsets",
    "__amazon_msk_canary",
    "a b",
    "a/b",
    "é",
    "a\n",
    "a".repeat(250),
    `.${"a".repeat(249)}`,
    `..${"a".repeat(248)}`,
    `_${"a".repeat(249)}`,
  ])("may not be %p", (name) => expect(TOPIC_NAME.test(name)).toBe(false));

  it("is as Kafka allows it and not one of Kafka's own, whatever it is made of", () => {
    const unit = fc.constantFrom(".", "_", "-", "a", "Z", "0", " ", "/", ":");
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 6 }), (name) => {
        const allowed = /^[a-zA-Z0-9._-]+$/.test(name) && name !== "." && name !== ".." && !name.startsWith("__");
        expect(TOPIC_NAME.test(name)).toBe(allowed);
      }),
    );
  });

  it.each([1, 2, 248, 249, 250])("of %d characters is taken up to 249, however it begins", (length) => {
    for (const start of ["a", "_a", ".a", "..a"])
      if (length >= start.length) expect(TOPIC_NAME.test(start.padEnd(length, "x"))).toBe(length <= 249);
  });

  it("has no dots in Kafka's metrics", () => expect(nameInMetrics("a.b.c_d")).toBe("a_b_c_d"));
});
