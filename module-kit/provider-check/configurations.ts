import { readdirSync, readFileSync } from "node:fs";
import { join, relative, resolve, sep } from "node:path";

// Required, not imported: its types bring the browser's globals into the whole project.
const { parse } = require("@cdktf/hcl2json") as {
  parse(file: string, text: string): Promise<Readonly<Record<string, unknown>>>;
};

const ROOT = resolve(__dirname, "../..");

/** A configuration in HCL, such as a file of a module or an example, as Terraform's JSON. */
export interface Configuration {
  /** Path within the repository. */
  readonly file: string;
  readonly json: Readonly<Record<string, unknown>>;
}

/** Every file of HCL below modules/ and examples/, tests of modules among them. */
export const writtenConfigurations = (): Promise<Configuration[]> =>
  Promise.all(
    ["modules", "examples"]
      .flatMap((folder) => hclFiles(join(ROOT, folder)))
      .map(async (path) => {
        const file = relative(ROOT, path).split(sep).join("/");
        return { file, json: await hclJson(file, readFileSync(path, "utf8")) };
      }),
  );

/** HCL as Terraform's JSON: blocks are lists, expressions stand in `${…}`. */
export const hclJson = (file: string, text: string): Promise<Configuration["json"]> => parse(file, text);

/** Mocks say what tests make up, not what a provider takes. */
const hclFiles = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.(tf|tftest\.hcl)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !path.split(sep).includes(".terraform"))
    .sort();
