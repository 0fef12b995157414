import { generatedDocuments } from "../../scripts/docs";
import { replaceSection, stale } from "../../scripts/docs/sections";

it("the documents' tables and diagrams are those of the code (npm run docs)", () => {
  expect(stale(generatedDocuments())).toEqual([]);
});

it("a section that is not there is an error, not a silent omission", () => {
  expect(() => replaceSection("text", "alarms", "table")).toThrow("<!-- generated:alarms -->");
});
