import { setTimeout as sleep } from "node:timers/promises";
import { inDependencyOrder } from "../../../../local/rehearsal/terraform/in-order";

const item = (name: string, ...dependencies: string[]) => ({ name, dependencies });
const ITEMS = [item("top", "left", "right"), item("left", "base"), item("right", "base"), item("base")];

async function order(width: number, backwards = false): Promise<{ names: string[]; most: number }> {
  const names: string[] = [];
  let [now, most] = [0, 0];
  const work = async ({ name }: { name: string }) => {
    most = Math.max(most, ++now);
    await sleep(5);
    now -= 1;
    names.push(name);
  };
  await inDependencyOrder(ITEMS, work, { width, backwards });
  return { names, most };
}

test("each comes after what it depends on, and backwards before it", async () => {
  expect((await order(1)).names).toEqual(["base", "left", "right", "top"]);
  expect((await order(1, true)).names).toEqual(["top", "left", "right", "base"]);
});

test("what does not depend on each other is done at the same time, up to the width", async () => {
  expect((await order(1)).most).toBe(1);
  expect((await order(2)).most).toBe(2);
});

test("after a failure nothing that depends on it begins", async () => {
  const begun: string[] = [];
  const work = async ({ name }: { name: string }) => {
    begun.push(name);
    if (name === "base") throw new Error("no base");
  };
  await expect(inDependencyOrder(ITEMS, work, { width: 2 })).rejects.toThrow("no base");
  expect(begun).toEqual(["base"]);
});

test("a cycle is an error", async () => {
  const cycle = [item("a", "b"), item("b", "a")];
  await expect(inDependencyOrder(cycle, async () => {}, { width: 1 })).rejects.toThrow("depend on each other: a, b");
});
