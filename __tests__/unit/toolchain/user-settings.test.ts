import { spawnSync } from "node:child_process";
import { inheritedSettings } from "../../../toolchain/user-settings";

/** What of a setting reaches the programs that are run here: all of it, some of its options, or nothing. */
const reaches = (name: string, value = "x") => inheritedSettings({ [name]: value })[name];

it.each([
  "TF_CLI_ARGS",
  "TF_CLI_ARGS_plan",
  "TF_VAR_name",
  "TF_DATA_DIR",
  "TF_WORKSPACE",
  "TF_INPUT",
  "TF_REATTACH_PROVIDERS",
  "TF_STATE_PERSIST_INTERVAL",
  "JDK_JAVAC_OPTIONS",
  "CLASSPATH",
  "MAVEN_ARGS",
  "MAVEN_DEBUG_OPTS",
  "PYTHONPATH",
  "PYTHONHOME",
  "PYTHONSTARTUP",
  "PYTHONWARNINGS",
  "PIP_TARGET",
  "PIP_PREFIX",
  "PIP_USER",
  "PIP_REQUIRE_VIRTUALENV",
  "PIP_NO_BINARY",
  "PIP_CONSTRAINT",
  "PIP_NO_DEPS",
  "NODE_ENV",
  "NODE_PATH",
  "NODE_V8_COVERAGE",
])("%s does not pass", (name) => expect(reaches(name)).toBeUndefined());

it.each([
  "PATH",
  "HOME",
  "LANG",
  "JAVA_HOME",
  "JAVA_HOME_11",
  "HTTP_PROXY",
  "https_proxy",
  "NO_PROXY",
  "NODE_EXTRA_CA_CERTS",
  "SSL_CERT_FILE",
  "REQUESTS_CA_BUNDLE",
  "npm_config_registry",
  "AWS_PROFILE",
  "MAVEN_HOME",
  "PIP_INDEX_URL",
  "PIP_EXTRA_INDEX_URL",
  "PIP_CERT",
  "PIP_CONFIG_FILE",
  "TF_CLI_CONFIG_FILE",
  "TF_TOKEN_app_example_com",
  "TF_LOG",
  "TF_LOG_PATH",
  "TF_PLUGIN_CACHE_DIR",
  "TF_REGISTRY_CLIENT_TIMEOUT",
])("%s passes", (name) => expect(reaches(name)).toBe("x"));

const SECRET_STORE = '-Djavax.net.ssl.trustStore="/etc/my certs/cacerts"';

it.each([
  ["JAVA_TOOL_OPTIONS", "-Duser.language=tr -Dhttps.proxyHost=proxy -javaagent:/gone.jar", "-Dhttps.proxyHost=proxy"],
  ["_JAVA_OPTIONS", `-Xmx64m ${SECRET_STORE}`, SECRET_STORE],
  ["JDK_JAVA_OPTIONS", "-Djava.net.preferIPv4Stack=true --enable-preview", "-Djava.net.preferIPv4Stack=true"],
  [
    "MAVEN_OPTS",
    "-Xmx2g -Duser.home=/elsewhere -Dhttp.nonProxyHosts='*.local|127.*'",
    "-Xmx2g -Dhttp.nonProxyHosts='*.local|127.*'",
  ],
  [
    "NODE_OPTIONS",
    "--inspect --max-old-space-size=8192 --require ./gone.js --use-system-ca",
    "--max-old-space-size=8192 --use-system-ca",
  ],
])("of %s only what concerns the network and memory passes", (name, value, passing) => {
  expect(reaches(name, value)).toBe(passing);
});

it.each(["JAVA_TOOL_OPTIONS", "MAVEN_OPTS", "NODE_OPTIONS"])("%s is left out when nothing of it passes", (name) => {
  expect(inheritedSettings({ [name]: "-Dsomething=else --trace" })).toEqual({});
});

it("changes nothing more the second time", () => {
  const once = inheritedSettings({ JAVA_TOOL_OPTIONS: "-Dhttps.proxyPort=1 -Xmx1g", PIP_USER: "1", PATH: "/bin" });
  expect(inheritedSettings(once)).toEqual(once);
});

it("lets a program run that somebody's options would break", () => {
  const env = { ...process.env, NODE_OPTIONS: "--require /gone/loader.js" };
  const run = (environment: NodeJS.ProcessEnv) =>
    spawnSync(process.execPath, ["-p", "1"], { env: environment, encoding: "utf8" });
  expect(run(env).status).not.toBe(0);
  expect(run(inheritedSettings(env))).toMatchObject({ status: 0, stdout: "1\n", stderr: "" });
});
