import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { inheritedSettings } from "../toolchain/user-settings";

/**
 * `cdktf synth`, with the options given. Without the settings here CDKTF makes a folder for Terraform's plugins in the home folder, which
 * synthesis does not use and some homes cannot hold, and asks for newer versions.
 */
const cdktf = join(__dirname, "../node_modules/cdktf-cli/bundle/bin/cdktf");
const env = { ...inheritedSettings(process.env), CDKTF_DISABLE_PLUGIN_CACHE_ENV: "true", CHECKPOINT_DISABLE: "1" };
const { status, error } = spawnSync(process.execPath, [cdktf, "synth", ...process.argv.slice(2)], {
  stdio: "inherit",
  env,
});
if (error) console.error(error.message);
process.exitCode = status ?? 1;
