import { readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { unzipSync } from "fflate";
import { modulesArchive } from "../../../../scripts/release/modules-archive";
import { sha256 } from "../../../../toolchain/sha256";

const ROOT = resolve(__dirname, "../../../..");

test("the modules' archive has every module as Terraform reads it, and the same bytes each time", () => {
  const archive = modulesArchive(ROOT);
  const names = Object.keys(unzipSync(archive));
  const modules = readdirSync(join(ROOT, "modules"), { withFileTypes: true }).filter((entry) => entry.isDirectory());
  for (const { name } of modules) {
    for (const file of ["main.tf", "variables.tf", "outputs.tf", "versions.tf", "README.md", "examples/basic/main.tf"])
      expect(names).toContain(`modules/${name}/${file}`);
  }
  expect(names).toEqual(
    expect.arrayContaining(["LICENSE", "README.md", "UPGRADING.md", "examples/pipeline/providers.tf"]),
  );
  expect(names.filter((name) => name.endsWith(".ts") || name.includes(".terraform"))).toEqual([]);
  expect(sha256(modulesArchive(ROOT))).toBe(sha256(archive));
});
