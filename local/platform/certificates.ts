import { X509Certificate } from "node:crypto";
import { existsSync } from "node:fs";
import { copyFile, mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Jdk } from "../../toolchain/java";
import { run } from "./install/run";

const VALID_DAYS = 365;
const RENEW_BEFORE_MS = 7 * 24 * 3600 * 1000;
const ALIAS = "laptop";
/** The password of every JDK's own trust store, which the copy keeps; it guards nothing, the files are private. */
const STORE_PASSWORD = "changeit";

/** A certificate for this machine's loopback address, in the forms that its users need. */
export interface TlsFiles {
  /** PKCS12 with the key, for the broker. */
  readonly keyStore: string;
  /** The JDK's own authorities and ours, for Java clients. */
  readonly trustStore: string;
  readonly storePassword: string;
  /** What NODE_EXTRA_CA_CERTS named before, and our certificate, for Node clients. */
  readonly caBundle: string;
}

/**
 * Makes the certificate in `dir`, or keeps the one there while it is valid for another week, so that clients that run
 * on across a restart keep trusting it.
 */
export async function ensureCertificates(
  dir: string,
  jdk: Jdk,
  env: NodeJS.ProcessEnv = process.env,
): Promise<TlsFiles> {
  const files: TlsFiles = {
    keyStore: join(dir, "broker.p12"),
    trustStore: join(dir, "trust.p12"),
    storePassword: STORE_PASSWORD,
    caBundle: join(dir, "ca-bundle.pem"),
  };
  const certificate = join(dir, "certificate.pem");
  if (!(await isUsable(certificate))) {
    await rm(dir, { recursive: true, force: true });
    const fresh = `${dir}.new`;
    await rm(fresh, { recursive: true, force: true });
    await mkdir(fresh, { recursive: true, mode: 0o700 });
    await makeKeyPair(fresh, jdk);
    await makeTrustStore(fresh, jdk);
    await rename(fresh, dir);
  }
  await writeBundle(files.caBundle, certificate, env.NODE_EXTRA_CA_CERTS);
  return files;
}

async function isUsable(certificate: string): Promise<boolean> {
  if (!existsSync(certificate)) return false;
  const { validTo } = new X509Certificate(await readFile(certificate));
  return Date.parse(validTo) - Date.now() > RENEW_BEFORE_MS;
}

async function makeKeyPair(dir: string, jdk: Jdk): Promise<void> {
  const store = ["-keystore", join(dir, "broker.p12"), "-storepass", STORE_PASSWORD, "-alias", ALIAS];
  await run(jdk.keytool, [
    ...["-genkeypair", ...store, "-storetype", "PKCS12", "-keyalg", "EC", "-groupname", "secp256r1"],
    ...["-dname", "CN=localhost", "-ext", "SAN=ip:127.0.0.1,dns:localhost", "-ext", "BC:critical=ca:true"],
    ...["-validity", String(VALID_DAYS)],
  ]);
  await run(jdk.keytool, ["-exportcert", ...store, "-rfc", "-file", join(dir, "certificate.pem")]);
}

async function makeTrustStore(dir: string, jdk: Jdk): Promise<void> {
  const trustStore = join(dir, "trust.p12");
  const authorities = join(jdk.home, "lib", "security", "cacerts");
  if (existsSync(authorities)) await copyFile(authorities, trustStore);
  await run(jdk.keytool, [
    ...["-importcert", "-noprompt", "-keystore", trustStore, "-storepass", STORE_PASSWORD],
    ...["-alias", ALIAS, "-file", join(dir, "certificate.pem")],
  ]);
}

async function writeBundle(bundle: string, certificate: string, earlier: string | undefined): Promise<void> {
  const others = earlier && earlier !== bundle && existsSync(earlier) ? await readFile(earlier, "utf8") : "";
  await writeFile(bundle, `${others.trimEnd()}\n${await readFile(certificate, "utf8")}`.trimStart());
}
