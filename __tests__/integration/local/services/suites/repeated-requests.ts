import { randomUUID } from "node:crypto";
import type { Rig } from "../rig";

const SCHEDULE = "/schedules/repeated";
const BODY = JSON.stringify({
  ScheduleExpression: "rate(1 day)",
  FlexibleTimeWindow: { Mode: "OFF" },
  Target: {
    Arn: "arn:aws:lambda:us-east-1:000000000000:function:nobody",
    RoleArn: "arn:aws:iam::000000000000:role/nobody",
  },
});

/** An SDK repeats a request whose answer it did not get, under the same id. */
export function repeatedRequestsSuite(rig: () => Rig): void {
  const create = async (invocation: string) => {
    const headers = { "content-type": "application/json", "amz-sdk-invocation-id": invocation };
    const response = await rig().emulatorClient.send("scheduler", SCHEDULE, { method: "POST", headers, body: BODY });
    return response.json();
  };
  const remove = () => rig().emulatorClient.send("scheduler", SCHEDULE, { method: "DELETE" });

  it("is not carried out twice, and is answered as before", async () => {
    const invocation = randomUUID();
    const [first, atTheSameTime] = await Promise.all([create(invocation), create(invocation)]);
    expect(first).toEqual({ ScheduleArn: expect.stringContaining("schedule/default/repeated") });
    expect(atTheSameTime).toEqual(first);
    expect(await create(invocation)).toEqual(first);
    await remove();
  });

  it("is carried out when it was refused before", async () => {
    const refused = randomUUID();
    await create(randomUUID());
    await expect(create(refused)).rejects.toThrow("already exists");
    await remove();
    await create(refused);
    await remove();
  });
}
