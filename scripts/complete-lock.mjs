// npm leaves a package for another platform out of the lock file where the registry at hand does not serve it, and `npm ci` then
// refuses the file. This adds what is missing: name, version and platform, which is all that npm needs to pass over it here and to
// fetch it there.
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const SYSTEMS = ["aix", "android", "darwin", "freebsd", "linux", "netbsd", "openbsd", "openharmony", "sunos", "win32"];
const PROCESSORS = ["arm", "arm64", "ia32", "loong64", "mips64el", "ppc64", "riscv64", "s390x", "wasm32", "x64"];
const LIBRARIES = { musl: "musl", musleabihf: "musl", gnu: "glibc", gnueabihf: "glibc" };

/** Platform of a package that is named after it, such as `@swc/core-linux-arm64-musl`; undefined for any other name. */
function platform(name) {
  const words = name.split(/[-/]/);
  const os = words.find((word) => SYSTEMS.includes(word));
  const cpu = words.findLast((word) => PROCESSORS.includes(word));
  const libc = LIBRARIES[words.at(-1)];
  return os && cpu && { os: [os], cpu: [cpu], ...(os === "linux" && libc && { libc: [libc] }) };
}

/** The lock file's entries that are missing, by path. */
export function missingPlatforms({ packages }) {
  const missing = {};
  for (const [path, { optionalDependencies = {}, dev }] of Object.entries(packages)) {
    for (const [name, version] of Object.entries(optionalDependencies)) {
      const found = [`${path}/node_modules/${name}`, `node_modules/${name}`].some((place) => place in packages);
      const runsOn = platform(name);
      if (!found && runsOn && /^\d/.test(version)) {
        missing[`node_modules/${name}`] = { version, ...runsOn, ...(dev && { dev }), optional: true };
      }
    }
  }
  return missing;
}

const LOCK = fileURLToPath(new URL("../package-lock.json", import.meta.url));

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const lock = JSON.parse(readFileSync(LOCK, "utf8"));
  const missing = missingPlatforms(lock);
  lock.packages = Object.fromEntries(
    Object.entries({ ...lock.packages, ...missing }).sort(([a], [b]) => (a < b ? -1 : 1)),
  );
  writeFileSync(LOCK, `${JSON.stringify(lock, null, 2)}\n`);
  console.log(`${Object.keys(missing).length} packages for other platforms added`);
}
