import type { LocalStatus } from "../../../../../local/platform/status/collect";
import { renderStatus } from "../../../../../local/platform/status/render";
import { application, working } from "./observation";

const { problems: _, ...observation } = working;
const status: LocalStatus = { ...observation, healthy: true, findings: [] };

it("says how to start a laptop that does not run", () => {
  expect(renderStatus({ ...status, parts: [] })).toBe("The laptop is not running: npm start starts it.");
});

it("marks what is healthy and what is not, with the reason", () => {
  const parts = [
    { name: "broker", healthy: true, detail: "healthy" },
    { name: "emulator", healthy: false, detail: "restarting; started again 2 times" },
  ];
  const shown = renderStatus({ ...status, parts });
  expect(shown).toMatch(/✓ broker/);
  expect(shown).toMatch(/✗ emulator +restarting; started again 2 times/);
});

it("ends with the verdict", () => {
  expect(renderStatus(status)).toMatch(/\nHealthy\.$/);
  expect(renderStatus({ ...status, findings: ["lake: connection refused"] })).toMatch(
    /Not healthy\n {2}lake: connection refused$/,
  );
});

it("shows restarts and the last incident of a laptop that is healthy again", () => {
  const shown = renderStatus({
    ...status,
    inventory: { ...working.inventory!, applications: [{ ...application, taskManagerRestarts: 2 }] },
    lastIncident: { at: "2026-03-02T09:58:00.000Z", what: "the-job: the task manager died" },
  });
  expect(shown).toMatch(/Restarts\n {2}the-job +job manager 0, task manager 2/);
  expect(shown).toMatch(/Last incident\n {2}2026-03-02T09:58:00.000Z the-job: the task manager died/);
});
