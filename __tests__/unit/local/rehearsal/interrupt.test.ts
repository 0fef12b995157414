import { lockIn } from "../../../../local/rehearsal/phases/interrupt";

const LOCKED = `
Error: Error acquiring the state lock

Error message: operation error S3: PutObject, https response error
StatusCode: 412, RequestID: 4117f6b3-38b5-4eac-a1fd-6e5c63fa34ac, HostID:
8w8VDZbvVPWHvLqr3T0ch22, api error PreconditionFailed: At least one of the
pre-conditions you specified did not hold
Lock Info:
  ID:        7a9a98f3-14ca-0ee3-9069-836bf8156699
  Path:      market-data-dev-state-111111111111/market-data/dev/streaming.tfstate
`;

test("the lock is known by its own ID, not by the request's", () => {
  expect(lockIn(LOCKED)).toBe("7a9a98f3-14ca-0ee3-9069-836bf8156699");
  expect(lockIn("Error: creating IAM Role: EntityAlreadyExists")).toBeUndefined();
});
