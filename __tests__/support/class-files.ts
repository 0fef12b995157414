import { readFileSync } from "node:fs";
import { unzipSync } from "fflate";

/** A class file names the Java that it was compiled for as 44 more than its number: https://docs.oracle.com/javase/specs/jvms/se21/html/jvms-4.html#jvms-4.1-200-B.2 */
const MAJOR_BEFORE_JAVA_1 = 44;

/** Classes of a jar that a Java does not load, with the Java that each needs; later Javas' own classes, below META-INF/versions, are not loaded anyway. */
export function classesAbove(java: number, jar: string): string[] {
  const classes = unzipSync(readFileSync(jar), {
    filter: ({ name }) => name.endsWith(".class") && !name.startsWith("META-INF/versions/"),
  });
  const names = Object.keys(classes);
  if (names.length === 0) throw new Error(`${jar} has no classes`);
  return names
    .map((name) => ({ name, needed: Buffer.from(classes[name]!).readUInt16BE(6) - MAJOR_BEFORE_JAVA_1 }))
    .filter(({ needed }) => needed > java)
    .map(({ name, needed }) => `${name} needs Java ${needed}`);
}
