import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { sourceFiles } from "../../../toolchain/source-files";

const ROOT = resolve(__dirname, "../../..");

/** What makes text by the machine's locale unless it is given one: digits of another script, a dotless i. */
const BY_LOCALE =
  /\.(?:formatted|toUpperCase|toLowerCase)\(\s*\)|\.formatted\(|(?:String\.format|printf)\((?!\s*Locale\.)|\b(?:DecimalFormat|NumberFormat|SimpleDateFormat)\b/g;

const byLocale = (text: string) => [...text.matchAll(BY_LOCALE)].map(([found]) => found);

test.each(["flink-job/src", "local/broker/src", "bench/flink"])(
  "no Java of %s makes text by the machine's locale",
  (folder) => {
    const files = sourceFiles(join(ROOT, folder)).filter((file) => file.endsWith(".java"));
    expect(files.length).toBeGreaterThan(0);
    expect(files.flatMap((file) => byLocale(readFileSync(file, "utf8")).map((found) => `${file}: ${found}`))).toEqual(
      [],
    );
  },
);

test.each([
  ['String.format("%d", 1)', 1],
  ['String.format(\n  Locale.ROOT, "%d", 1)', 0],
  ['"%d".formatted(1)', 1],
  ["name.toUpperCase()", 1],
  ["name.toUpperCase(Locale.ROOT)", 0],
  ['System.out.printf("%d", 1)', 1],
  ["catch (NumberFormatException e)", 0],
])("%j makes text by the locale in %i places", (text, times) => expect(byLocale(text)).toHaveLength(times));

test("Maven generates and compiles in English, whatever the machine speaks", () => {
  const options = readFileSync(join(ROOT, "flink-job/.mvn/jvm.config"), "utf8").split(/\s+/).filter(Boolean);
  const { stderr } = spawnSync("java", [...options, "-XshowSettings:properties", "-version"], {
    encoding: "utf8",
    env: { ...process.env, JAVA_TOOL_OPTIONS: "-Duser.language=tr -Duser.country=TR -Dfile.encoding=ISO-8859-9" },
  });
  const property = (name: string) => new RegExp(`^ +${name} = ?(.*)$`, "m").exec(stderr)?.[1];
  expect(["user.language", "user.country", "file.encoding"].map(property)).toEqual(["en", "", "UTF-8"]);
});
