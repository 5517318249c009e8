import { describe, expect, it } from "vitest";
import { HungUp } from "./hung-up";
import { download, type DownloadTold } from "./shared-downloads";

let keys = 0;
const newKey = () => `key-${(keys += 1)}`;
const forever = () => new AbortController().signal;

/** Work that goes on until it is told how it ends, or ended by its signal. */
function work() {
  const begun: { signal: AbortSignal; succeed: () => void; fail: (error: Error) => void }[] = [];
  const run = (signal: AbortSignal) =>
    new Promise<void>((succeed, fail) => {
      begun.push({ signal, succeed, fail });
      signal.addEventListener("abort", () => {
        fail(new Error("ended"));
      });
    });
  return { begun, run };
}

const ask = (key: string, told: Partial<DownloadTold> & Pick<DownloadTold, "work">) =>
  download(key, { signal: forever(), rememberMs: () => 0, ...told });

describe("a download", () => {
  it("is one for all who wait, and anew for who comes later", async () => {
    const { begun, run } = work();
    const key = newKey();
    const all = [ask(key, { work: run }), ask(key, { work: run }), ask(key, { work: run })];
    expect(begun).toHaveLength(1);
    begun[0]!.succeed();
    await Promise.all(all);
    const later = ask(key, { work: run });
    expect(begun).toHaveLength(2);
    begun[1]!.succeed();
    await later;
  });

  it("goes on while one waits, and ends with the last; who comes then begins anew", async () => {
    const { begun, run } = work();
    const key = newKey();
    const [first, second] = [new AbortController(), new AbortController()];
    const one = ask(key, { work: run, signal: first.signal });
    const two = ask(key, { work: run, signal: second.signal });
    first.abort();
    await expect(one).rejects.toBeInstanceOf(HungUp);
    expect(begun[0]!.signal.aborted).toBe(false);
    second.abort();
    await expect(two).rejects.toBeInstanceOf(HungUp);
    expect(begun[0]!.signal.aborted).toBe(true);
    const three = ask(key, { work: run, rememberMs: () => 60_000 });
    expect(begun).toHaveLength(2);
    begun[1]!.succeed();
    await three;
  });

  it("is not begun for who has hung up already", async () => {
    const { begun, run } = work();
    const key = newKey();
    await expect(ask(key, { work: run, signal: AbortSignal.abort() })).rejects.toBeInstanceOf(HungUp);
    expect(begun.every(({ signal }) => signal.aborted)).toBe(true);
  });

  it("is one of six at a time; whoever waits for a turn may leave, and the others get theirs in order", async () => {
    const { begun, run } = work();
    const leaving = new AbortController();
    const six = Array.from({ length: 6 }, () => ask(newKey(), { work: run }));
    const seventh = ask(newKey(), { work: run, signal: leaving.signal });
    const eighth = ask(newKey(), { work: run });
    expect(begun).toHaveLength(6);
    leaving.abort();
    await expect(seventh).rejects.toBeInstanceOf(HungUp);
    begun[0]!.fail(new Error("broken"));
    await expect(six[0]).rejects.toThrow("broken");
    await expect.poll(() => begun.length).toBe(7);
    for (const { succeed } of begun) succeed();
    await Promise.all([...six.slice(1), eighth]);
    const more = ask(newKey(), { work: () => Promise.resolve() });
    await more;
  });
});

describe("a failure", () => {
  const broken = new Error("broken");
  const failing = () => Promise.reject(broken);

  it("is remembered as long as told, is nobody's who asks once more, and is forgotten with a success", async () => {
    const key = newKey();
    const { begun, run } = work();
    const remembering = { rememberMs: (error: unknown) => (error === broken ? 60_000 : 0) };
    await expect(ask(key, { ...remembering, work: failing })).rejects.toBe(broken);
    await expect(ask(key, { ...remembering, work: run })).rejects.toBe(broken);
    expect(begun).toHaveLength(0);
    await ask(key, { ...remembering, work: () => Promise.resolve(), isAgain: true });
    const after = ask(key, { ...remembering, work: run });
    expect(begun).toHaveLength(1);
    begun[0]!.succeed();
    await after;
  });

  it("that is not to be remembered is not, and other files know nothing of it", async () => {
    const key = newKey();
    await expect(ask(key, { work: failing })).rejects.toBe(broken);
    await ask(key, { work: () => Promise.resolve() });
    await expect(ask(key, { work: failing, rememberMs: () => 60_000 })).rejects.toBe(broken);
    await ask(newKey(), { work: () => Promise.resolve() });
  });
});
