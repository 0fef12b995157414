import { zipSync } from "fflate";

/** The earliest time that a zip can hold, in the local time that fflate writes: the same bytes in every time zone. */
const EPOCH = new Date(1980, 0, 1);

/** Permissions -rw-r--r-- of a regular file, as Unix keeps them in a zip. */
const READABLE_FILE = 0o100644 << 16;
const UNIX = 3;

/**
 * A zip of files by their names. The compressor is JavaScript, because the bytes that zlib writes differ with Node's version and
 * the processor, and with them the hash by which Terraform sees whether a function changed.
 */
export function archive(files: Readonly<Record<string, Uint8Array>>): Uint8Array {
  return zipSync(files, { level: 9, mtime: EPOCH, os: UNIX, attrs: READABLE_FILE });
}
