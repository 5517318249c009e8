import { expect, test } from "vitest";
import { Keeper, NotKept } from "./keeper";

type Item = { name: string; sizeBytes: number };
type Save = { names: string[]; finish: () => void; fail: (error: Error) => void };

/** A log whose commits end when the test says so. */
function openKeeper(patienceMs = 60_000) {
  const saves: Save[] = [];
  let commits = 0;
  const keeper = new Keeper<Item>({
    save: (items) =>
      new Promise((finish, fail) => {
        saves.push({ names: items.map(({ name }) => name), finish, fail });
      }),
    onKept: () => (commits += 1),
    patienceMs,
  });
  const saveAt = async (place: number): Promise<Save> => {
    await expect.poll(() => saves.length, { interval: 1 }).toBeGreaterThan(place);
    const save = saves[place];
    if (!save) throw new Error("no such save");
    return save;
  };
  return { keeper, saves, saveAt, commits: () => commits };
}

const item = (name: string, sizeBytes = 10): Item => ({ name, sizeBytes });

test("what waits while one batch is committed goes into the next, and each is answered after its own commit", async () => {
  const { keeper, saveAt, commits } = openKeeper();
  const answered: string[] = [];
  const keep = (name: string) => keeper.keep(item(name)).then(() => answered.push(name));
  const first = [keep("a"), keep("b")];
  const one = await saveAt(0);
  const second = [keep("c"), keep("d")];
  expect(one.names).toEqual(["a", "b"]);
  expect(answered).toEqual([]);
  one.finish();
  await Promise.all(first);
  expect(answered).toEqual(["a", "b"]);
  const two = await saveAt(1);
  expect(two.names).toEqual(["c", "d"]);
  two.finish();
  await Promise.all(second);
  expect(commits()).toBe(2);
});

test("a failed commit fails its own batch and no other", async () => {
  const { keeper, saveAt, commits } = openKeeper();
  const lost = keeper.keep(item("a"));
  const one = await saveAt(0);
  const kept = keeper.keep(item("b"));
  one.fail(new Error("gone"));
  await expect(lost).rejects.toThrow(NotKept);
  (await saveAt(1)).finish();
  await kept;
  expect(commits()).toBe(1);
});

test("batches are bounded in number and in bytes, and a big one goes alone", async () => {
  const { keeper, saveAt } = openKeeper();
  const many = Array.from({ length: 300 }, (_, place) => keeper.keep(item(String(place))));
  const one = await saveAt(0);
  expect(one.names).toHaveLength(256);
  one.finish();
  const two = await saveAt(1);
  expect(two.names).toHaveLength(44);
  const big = ["x", "y", "z"].map((name) => keeper.keep(item(name, 3_000_000)));
  two.finish();
  await Promise.all(many);
  for (const [place, name] of ["x", "y", "z"].entries()) {
    const save = await saveAt(2 + place);
    expect(save.names).toEqual([name]);
    save.finish();
  }
  await Promise.all(big);
});

test("nobody waits longer than agreed: neither in the queue nor for a commit that does not end", async () => {
  const { keeper, saves, saveAt } = openKeeper(20);
  const stuck = expect(keeper.keep(item("a"))).rejects.toThrow("no commit in time");
  const one = await saveAt(0);
  const queued = expect(keeper.keep(item("b"))).rejects.toThrow("no commit in time");
  await Promise.all([stuck, queued]);
  one.finish();
  const next = keeper.keep(item("c"));
  const two = await saveAt(1);
  expect(two.names).toEqual(["c"]);
  two.finish();
  await next;
  expect(saves).toHaveLength(2);
});

test("when far too much waits, the next is refused at once", async () => {
  const { keeper, saveAt } = openKeeper();
  const waiting = [keeper.keep(item("first"))];
  const one = await saveAt(0);
  for (let place = 0; place < 10_000; place += 1) waiting.push(keeper.keep(item("more")));
  await expect(keeper.keep(item("one too many"))).rejects.toThrow("too many deliveries are waiting");
  one.finish();
  for (let place = 1; place <= 40; place += 1) (await saveAt(place)).finish();
  await Promise.all(waiting);
  const heavy = Array.from({ length: 64 }, () => keeper.keep(item("heavy", 1024 * 1024)));
  await expect(keeper.keep(item("one too heavy", 1))).rejects.toThrow(NotKept);
  for (let place = 41; place < 41 + 16; place += 1) (await saveAt(place)).finish();
  await Promise.all(heavy);
});
