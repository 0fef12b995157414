/** The one provider of the stacks: the version that `@cdktf/provider-aws` 20.1.0 was generated from. */
export const AWS_PROVIDER = { source: "registry.terraform.io/hashicorp/aws", version: "5.100.0" } as const;

const OS: Record<string, string> = { win32: "windows" };
const ARCHITECTURE: Record<string, string> = { x64: "amd64", ia32: "386" };

/** This machine in Terraform's words, such as `linux_amd64`: the name of a platform's folder in a mirror. */
export function terraformPlatform(os: string = process.platform, architecture: string = process.arch): string {
  return `${OS[os] ?? os}_${ARCHITECTURE[architecture] ?? architecture}`;
}

/** Where OpenTofu looks for the provider that `hashicorp/aws` means: its own registry, which serves the same versions. */
export const OPENTOFU_SOURCE = "registry.opentofu.org/hashicorp/aws";
