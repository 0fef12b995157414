import { existsSync, mkdirSync, readdirSync, rmSync, symlinkSync } from "node:fs";
import { homedir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { AWS_PROVIDER, OPENTOFU_SOURCE, terraformPlatform } from "./provider";

/** Folders that Terraform itself searches for plugins: https://developer.hashicorp.com/terraform/cli/config/config-file#implied-local-mirror-directories */
const usualFolders = (): string[] => [
  join(homedir(), ".terraform.d/plugins"),
  join(homedir(), ".local/share/terraform/plugins"),
  "/usr/local/share/terraform/plugins",
  "/usr/share/terraform/plugins",
  "/var/lib/terraform/plugins",
];

/** Where administrators put software that belongs to no package; the folder's own name differs between machines. */
const PARENTS_OF_SHARED_FOLDERS = ["/opt", "/srv"];

function pluginFolders(parent: string): string[] {
  try {
    return readdirSync(parent, { withFileTypes: true })
      .filter((entry) => !entry.isFile() && entry.name.includes("plugins"))
      .map((entry) => join(parent, entry.name))
      .sort();
  } catch {
    return []; // absent or not readable: no mirror there
  }
}

/** Whether `folder` is a mirror, packed or unpacked, that holds the pinned provider for this platform. */
export function holdsProvider(folder: string, platform: string = terraformPlatform()): boolean {
  const provider = join(folder, AWS_PROVIDER.source);
  return (
    existsSync(join(provider, AWS_PROVIDER.version, platform)) ||
    existsSync(join(provider, `terraform-provider-aws_${AWS_PROVIDER.version}_${platform}.zip`))
  );
}

/**
 * The filesystem mirror that `TF_PROVIDER_MIRROR` names.
 * @throws when it is set to a folder that does not hold the pinned provider for this platform.
 */
export function namedMirror(environment: NodeJS.ProcessEnv): string | undefined {
  if (!environment.TF_PROVIDER_MIRROR) return undefined;
  const folder = resolve(environment.TF_PROVIDER_MIRROR);
  if (holdsProvider(folder)) return folder;
  throw new Error(
    `TF_PROVIDER_MIRROR is "${environment.TF_PROVIDER_MIRROR}", which does not hold ${AWS_PROVIDER.source} ${AWS_PROVIDER.version} ` +
      `for ${terraformPlatform()}. Fill it with "terraform providers mirror <folder>", or unset the variable.`,
  );
}

/** The first shared folder of this machine that holds the pinned provider, if there is one. */
export function sharedMirror(
  folders: string[] = [...usualFolders(), ...PARENTS_OF_SHARED_FOLDERS.flatMap(pluginFolders)],
): string | undefined {
  return folders.find((folder) => holdsProvider(folder));
}

/**
 * A mirror for OpenTofu below `folder`, with links to the pinned provider in Terraform's `mirror`: only the registry's name differs. The
 * links are the last part of the path, for OpenTofu follows none before it.
 *
 * @returns the folder.
 */
export function openTofuMirror(mirror: string, folder: string, platform: string = terraformPlatform()): string {
  const packed = `terraform-provider-aws_${AWS_PROVIDER.version}_${platform}.zip`;
  for (const part of [join(AWS_PROVIDER.version, platform), packed]) {
    const target = join(mirror, AWS_PROVIDER.source, part);
    const link = join(folder, OPENTOFU_SOURCE, part);
    rmSync(link, { force: true });
    if (!existsSync(target)) continue;
    mkdirSync(dirname(link), { recursive: true });
    symlinkSync(target, link);
  }
  return folder;
}
