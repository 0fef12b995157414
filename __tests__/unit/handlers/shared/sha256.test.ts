import { createHash, createHmac } from "node:crypto";
import { Sha256 } from "../../../../handlers/shared/sha256";

describe("Sha256", () => {
  it("hashes what was added piece by piece", async () => {
    const hash = new Sha256();
    hash.update("abc");
    hash.update(Buffer.from("def"));
    expect(Buffer.from(await hash.digest())).toEqual(createHash("sha256").update("abcdef").digest());
  });

  it("is a keyed hash when there is a secret", async () => {
    const hash = new Sha256("secret");
    hash.update("abc");
    expect(Buffer.from(await hash.digest())).toEqual(createHmac("sha256", "secret").update("abc").digest());
  });
});
