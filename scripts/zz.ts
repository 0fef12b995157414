import { casesOf } from "../module-kit/cases";
import { discoverModules } from "../module-kit/publish/discover";
import { refusedValues } from "../module-kit/publish/refused";
import { variableSpecs } from "../module-kit/variables";

let runs = 0;
for (const m of discoverModules()) {
  let most = 0;
  for (const s of variableSpecs(m.inputs)) {
    if (!s.validations.length) continue;
    const cases = casesOf(m.name);
    const rich = Object.values(cases)
      .map((c) => c[s.input])
      .sort((a, b) => (JSON.stringify(b) ?? "").length - (JSON.stringify(a) ?? "").length)[0];
    const v = refusedValues(m.inputs.shape[s.input], s.rules, rich);
    most = Math.max(most, v.length);
    if (v.length !== s.validations.length)
      console.log(
        m.name,
        s.name,
        v.length,
        "of",
        s.validations.length,
        s.validations.map((x) => x.message).join(" | "),
        JSON.stringify(v).slice(0, 300),
      );
  }
  runs += most;
  console.log(m.name, most);
}
console.log(runs);
