import type { LaptopStatus } from "../../../../../local/platform/status/collect";
import { renderStatus } from "../../../../../local/platform/status/render";

const status: LaptopStatus = {
  healthy: false,
  parts: [
    { name: "broker", healthy: true, detail: "healthy" },
    { name: "emulator", healthy: false, detail: "restarting; started again 2 times" },
  ],
  newestAggregates: [],
  problems: [],
};

it("says how to start a laptop that does not run", () => {
  expect(renderStatus({ ...status, parts: [] })).toBe("The laptop is not running: npm start starts it.");
});

it("marks what is healthy and what is not, with the reason", () => {
  const shown = renderStatus(status);
  expect(shown).toMatch(/✓ broker/);
  expect(shown).toMatch(/✗ emulator +restarting; started again 2 times/);
});

it("names what could not be asked", () => {
  expect(renderStatus({ ...status, problems: ["lake: connection refused"] })).toMatch(
    /Could not be asked\n {2}lake: connection refused/,
  );
});
