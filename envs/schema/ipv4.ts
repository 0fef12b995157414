/** A block of IPv4 addresses. */
export interface Block {
  /** Its first address, as a number. */
  readonly first: number;
  /** How many bits of an address are the block's. */
  readonly prefix: number;
}

/** The block that an address such as `10.20.0.1/16` is in. */
export function blockOf(text: string): Block {
  const [address = "", prefix] = text.split("/");
  const number = address.split(".").reduce((sum, octet) => sum * 256 + Number(octet), 0);
  return { first: number - (number % sizeOf(Number(prefix))), prefix: Number(prefix) };
}

/** How many addresses a block has. */
export const sizeOf = (prefix: number): number => 2 ** (32 - prefix);

export const overlap = (a: Block, b: Block): boolean =>
  a.first < b.first + sizeOf(b.prefix) && b.first < a.first + sizeOf(a.prefix);

/** As people write it. */
export const shown = ({ first, prefix }: Block): string =>
  `${[24, 16, 8, 0].map((bits) => Math.floor(first / 2 ** bits) % 256).join(".")}/${prefix}`;
