/** `bufferSeconds` → `buffer_seconds`, `feature-store` → `feature_store`: a TypeScript or folder name as Terraform spells it. */
export const snake = (name: string): string =>
  name
    .replace(/([a-z0-9])([A-Z])/g, "$1_$2")
    .replace(/-/g, "_")
    .toLowerCase();
