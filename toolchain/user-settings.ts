/** Settings of one program that somebody may have in their shell, and which of them reach what is run here. */
interface Family {
  readonly of: RegExp;
  /** Names that pass as they are; none by default. */
  readonly passing?: RegExp;
  /** Options that pass, of those that hold several; none by default. */
  readonly options?: { readonly in: RegExp; readonly passing: RegExp };
}

/** A JVM's proxies, trust and key stores, and how it finds addresses. */
const JAVA_NETWORK = /^-D(https?|ftp|socks|javax\.net\.ssl|java\.net|jdk\.(tls|http))\b/;

/**
 * What changes a program's effect, or where it reads and writes, was set for somebody's own commands: it does not pass. Proxies, mirrors,
 * certificates, credentials, caches, timeouts and logs pass, because nothing can be installed in many networks without them.
 */
const FAMILIES: readonly Family[] = [
  {
    // https://developer.hashicorp.com/terraform/cli/config/environment-variables
    of: /^TF_/,
    passing:
      /^TF_(CLI_CONFIG_FILE|PROVIDER_MIRROR|TOKEN_.*|REGISTRY_.*|PLUGIN_CACHE_.*|LOG.*|APPEND_USER_AGENT|ENCRYPTION)$/,
  },
  {
    // https://docs.oracle.com/en/java/javase/21/docs/specs/man/java.html#using-the-jdk_java_options-launcher-environment-variable
    of: /^(JAVA_TOOL_OPTIONS|_JAVA_OPTIONS|JDK_JAVA_OPTIONS|JDK_JAVAC_OPTIONS|CLASSPATH)$/,
    options: { in: /JAVA(_TOOL)?_OPTIONS$/, passing: JAVA_NETWORK },
  },
  {
    // https://maven.apache.org/configure.html
    of: /^MAVEN_/,
    passing: /^MAVEN_(HOME|USER_HOME)$/,
    options: { in: /^MAVEN_OPTS$/, passing: new RegExp(`^-Xm[sx]|${JAVA_NETWORK.source}`) },
  },
  // https://docs.python.org/3/using/cmdline.html#environment-variables
  { of: /^(PYTHON|__PYVENV_LAUNCHER__$)/ },
  {
    // https://pip.pypa.io/en/stable/topics/configuration/#environment-variables
    of: /^PIP_/,
    passing:
      /^PIP_(INDEX_URL|EXTRA_INDEX_URL|NO_INDEX|FIND_LINKS|PROXY|CERT|CLIENT_CERT|TRUSTED_HOST|KEYRING_PROVIDER|CACHE_DIR|NO_CACHE_DIR|DEFAULT_TIMEOUT|TIMEOUT|RETRIES|CONFIG_FILE)$/,
  },
  {
    // https://nodejs.org/api/cli.html#environment-variables
    of: /^NODE_(ENV|OPTIONS|PATH|V8_COVERAGE|TEST_CONTEXT|CHANNEL_FD)$/,
    options: {
      in: /^NODE_OPTIONS$/,
      passing:
        /^--(use-(openssl|bundled|system)-ca|use-env-proxy|tls-|dns-result-order|max-old-space-size|no-network|no-experimental-webstorage$)/,
    },
  },
];

/** `env` without the settings that would change what a program of the project does. Idempotent: children may apply it once more. */
export function inheritedSettings(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const kept: NodeJS.ProcessEnv = {};
  for (const [name, value = ""] of Object.entries(env)) {
    const passes = FAMILIES.filter(({ of }) => of.test(name)).every(({ passing }) => passing?.test(name) ?? false);
    const options = passes ? value : passingOptions(name, value);
    if (options !== "" || passes) kept[name] = options;
  }
  return kept;
}

function passingOptions(name: string, value: string): string {
  const rule = FAMILIES.find(({ options }) => options?.in.test(name))?.options;
  const options = value.match(/(?:"[^"]*"|'[^']*'|[^\s"'])+/g) ?? [];
  return rule ? options.filter((option) => rule.passing.test(option.replace(/^["']/, ""))).join(" ") : "";
}
