import { invalidArgument } from "./state";

/** One page of a list: the token of the next page is where it begins. */
export function page<T>(
  all: readonly T[],
  { Limit, NextToken = "0" }: { Limit: number; NextToken?: string },
): { items: readonly T[]; NextToken?: string } {
  if (!/^\d{1,9}$/.test(NextToken)) throw invalidArgument(`NextToken is "${NextToken}", which no answer has given.`);
  const end = Number(NextToken) + Limit;
  const items = all.slice(Number(NextToken), end);
  return end < all.length ? { items, NextToken: String(end) } : { items };
}
