import { loadEnvironment } from "../../../envs/load";
import { warnings } from "../../../envs/warnings";

const settled = { emails: ["oncall@acme.com"], runbooks: "https://git.acme.com/pipeline/docs/ALERT_RUNBOOKS.md" };
const prod = (alarms: object) => {
  const environment = loadEnvironment("prod");
  return warnings({ ...environment, alarms: { ...environment.alarms, ...settled, ...alarms } });
};

it("an environment whose alarms reach somebody and link to a page of one's own is not warned of", () => {
  expect(prod({})).toEqual([]);
});

it.each([
  [
    "the committed stand-in for the runbooks",
    { runbooks: loadEnvironment("prod").alarms.runbooks },
    /alarms\.runbooks: .*not there/,
  ],
  ["nobody to tell", { emails: [] }, /alarms\.emails: got nothing/],
  ["an address that nobody reads", { emails: ["oncall@example.com"] }, /alarms\.emails: got "oncall@example\.com"/],
])("%s is warned of", (_, alarms, warning) => {
  expect(prod(alarms)).toEqual([expect.stringMatching(/^Warning: envs\/prod\.json: /)]);
  expect(prod(alarms)[0]).toMatch(warning);
});

it("dev may be without anybody to tell, the laptop without everything", () => {
  const { alarms, ...dev } = loadEnvironment("dev");
  expect(warnings({ ...dev, alarms: { ...alarms, ...settled, emails: [] } })).toEqual([]);
  expect(warnings(loadEnvironment("local"))).toEqual([]);
});
