import { createHash, createHmac, type Hash, type Hmac } from "node:crypto";

/** SHA-256, or its HMAC when there is a secret, with the interface that AWS's request signers take. */
export class Sha256 {
  private readonly hash: Hash | Hmac;

  constructor(secret?: string | Uint8Array) {
    this.hash = secret === undefined ? createHash("sha256") : createHmac("sha256", secret);
  }

  update(data: string | Uint8Array): void {
    this.hash.update(data);
  }

  async digest(): Promise<Uint8Array> {
    return this.hash.digest();
  }
}
