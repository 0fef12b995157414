import { bearerTokens, signMskToken } from "../../../../handlers/shared/iam-token";

describe("bearerTokens", () => {
  const MINUTE = 60_000;

  it("uses a token for all connections until a minute before it expires", async () => {
    let now = 0;
    let signed = 0;
    const sign = async () => ({ token: `token-${++signed}`, expiryTime: now + 15 * MINUTE });
    const provide = bearerTokens(sign, () => now);

    const values = [];
    for (now of [0, 13 * MINUTE, 14 * MINUTE, 14 * MINUTE + 1, 20 * MINUTE]) values.push((await provide()).value);

    expect(values).toEqual(["token-1", "token-1", "token-1", "token-2", "token-2"]);
  });

  it("passes on why no token could be signed, and tries again next time", async () => {
    const sign = jest
      .fn(async () => ({ token: "late", expiryTime: 10 * MINUTE }))
      .mockRejectedValueOnce(new Error("no"));
    const provide = bearerTokens(sign, () => 0);

    await expect(provide()).rejects.toThrow("no");
    await expect(provide()).resolves.toEqual({ value: "late" });
  });
});

describe("signMskToken", () => {
  const keys = { AWS_ACCESS_KEY_ID: "AKIDEXAMPLE", AWS_SECRET_ACCESS_KEY: "secret" };

  it("presigns kafka-cluster:Connect with the environment's credentials for 15 minutes", async () => {
    const { token, expiryTime } = await signMskToken("eu-west-1", { ...keys, AWS_SESSION_TOKEN: "session" });
    const url = new URL(Buffer.from(token, "base64url").toString());

    expect(url.hostname).toBe("kafka.eu-west-1.amazonaws.com");
    expect(url.searchParams.get("Action")).toBe("kafka-cluster:Connect");
    expect(url.searchParams.get("X-Amz-Credential")).toMatch(
      /^AKIDEXAMPLE\/\d{8}\/eu-west-1\/kafka-cluster\/aws4_request$/,
    );
    expect(url.searchParams.get("X-Amz-Security-Token")).toBe("session");
    expect(expiryTime - Date.now()).toBeGreaterThan(14 * 60_000);
  });

  it("says when the credentials are missing", async () => {
    await expect(signMskToken("eu-west-1", { AWS_ACCESS_KEY_ID: "x" })).rejects.toThrow(
      /AWS_SECRET_ACCESS_KEY are not set/,
    );
  });
});
