import { spawnSync } from "node:child_process";
import { join, resolve } from "node:path";
import { cdktfCli } from "../toolchain/cdktf-cli";
import { inheritedSettings } from "../toolchain/user-settings";

/**
 * `cdktf synth`, with the options given. Without the settings here CDKTF makes a folder for Terraform's plugins in the home folder, which
 * synthesis does not use and some homes cannot hold, and asks for newer versions.
 */
const root = resolve(__dirname, "..");
const cdktf = join(root, "node_modules", cdktfCli(root));
const env = { ...inheritedSettings(process.env), CDKTF_DISABLE_PLUGIN_CACHE_ENV: "true", CHECKPOINT_DISABLE: "1" };
const { status, error } = spawnSync(process.execPath, [cdktf, "synth", ...process.argv.slice(2)], {
  stdio: "inherit",
  env,
});
if (error) console.error(error.message);
process.exitCode = status ?? 1;
