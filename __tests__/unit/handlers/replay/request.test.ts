import { ReplayEvent } from "../../../../handlers/replay/request";
import { readEvent } from "../../../../handlers/shared/event";

const OBJECT = "3f0c8f2e-6f0b-4c59-9a52-0d3d2f1c7b11";
const read = (event: unknown) => readEvent("The replay's event is wrong", ReplayEvent, event);

test("a list needs nothing more, and publishes nothing", () => {
  expect(read({ command: "list", correlation_id: "c" })).toMatchObject({
    filter: {},
    samples: 5,
    confirmed: false,
    allowLate: false,
    acceptDuplicates: false,
    transactionRecords: 500,
  });
});

test("an export and a publication name their object", () => {
  expect(read({ command: "export", object: OBJECT })).toMatchObject({ object: OBJECT });
  expect(() => read({ command: "publish" })).toThrow("object: expected the key of an object in the exchange bucket");
});

test.each<[object, string]>([
  [{ command: "delete" }, "command: "],
  [{ command: "export", object: "../jar" }, "object: "],
  [{ command: "list", confirm: true }, 'Unrecognized key: "confirm"'],
  [{ command: "list", samples: 1_001 }, "samples: "],
  [{ command: "list", filter: { reasons: ["odd"] } }, "filter → reasons → 0: "],
  [{ command: "list", filter: { partition: -1 } }, "filter → partition: "],
  [{ command: "publish", object: OBJECT, transactionRecords: 0 }, "transactionRecords: "],
])("%j is refused by name", (event, message) => {
  expect(() => read(event)).toThrow(message);
});
