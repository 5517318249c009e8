import { describe, expect, it } from "vitest";
import { badInputs, leastInputs } from "../corpora/bad-inputs.mjs";
import { makeHistory, makeKnownTraffic } from "./known-traffic.mjs";
import { checkEffects, checkLedger, checkLog } from "./ledger-check.mjs";

const acked = { outcome: "acked", sha256: "aa" };
const holding = (...rows) => ({ query: () => Promise.resolve(rows) });
const logging = (...lines) => ({ readLog: () => lines.join("\n") });

describe("the ledger check", () => {
  it("is content when what was acknowledged is there", async () => {
    await expect(checkLedger(holding({ sha256: "aa" }), [acked])).resolves.toEqual({ acked: 1, rows: 1 });
  });

  it.each([
    [
      "a lost delivery",
      [acked, { outcome: "acked", sha256: "bb" }],
      "1 acknowledged deliveries are not in the database",
    ],
    ["one given up", [acked, { outcome: "given up", sha256: "aa" }], "1 deliveries were given up"],
    ["one without an outcome", [acked, { outcome: "pending", sha256: "aa" }], "deliveries with an outcome"],
    ["an empty ledger", [], "the ledger is empty"],
  ])("fails for %s", async (_what, entries, sentence) => {
    await expect(checkLedger(holding({ sha256: "aa" }), entries)).rejects.toThrow(sentence);
  });

  it("fails for an effect too many or too few", async () => {
    const { expected } = makeKnownTraffic({ prefix: "t", messages: 20 });
    const found = (more) => ({
      query: (text) =>
        Promise.resolve([text.includes('"unread"') ? { unread: expected.incoming } : { ...expected, ...more }]),
    });
    await expect(checkEffects(found({}), expected)).resolves.toBeUndefined();
    await expect(checkEffects(found({ messages: expected.messages + 1 }), expected)).rejects.toThrow(
      "effects in the tables",
    );
    await expect(checkEffects(found({ reactions: expected.reactions - 1 }), expected)).rejects.toThrow(
      "effects in the tables",
    );
  });

  it("fails for an error in the log, and for a crash that has no level", () => {
    const warning = JSON.stringify({ level: 40, msg: "careful" });
    const error = JSON.stringify({ level: 50, msg: "broken" });
    expect(() => checkLog(logging(warning, "▲ Next.js"))).not.toThrow();
    expect(() => checkLog(logging(warning, error))).toThrow("broken");
    expect(() => checkLog(logging("Uncaught TypeError: x"))).toThrow("unexpected");
    expect(() => checkLog(logging(error), { allowed: [/broken/] })).not.toThrow();
  });
});

describe("what the campaigns send", () => {
  it("is known traffic of every event but edits and deletions, and a history with those too", () => {
    const { payloads, expected } = makeKnownTraffic({ prefix: "t", messages: 40 });
    expect(payloads).toHaveLength(40 + 3 * 20);
    expect(expected).toEqual({ messages: 40, incoming: 20, delivered: 20, read: 20, reactions: 20, chats: 10 });
    expect(new Set(makeHistory({ prefix: "t" }).map(({ event }) => event)).size).toBe(6);
  });

  it("is a corpus of bad inputs, long enough, the same for the same seed", () => {
    const digest = (seed) => [...badInputs({ seed, mutantCount: 50 })].map(({ bytes }) => bytes.length).join();
    const inputs = [...badInputs({ mutantCount: 50 })];
    expect(inputs.length).toBeGreaterThanOrEqual(leastInputs + 50);
    expect(new Set(inputs.flatMap(({ statuses }) => statuses))).toEqual(new Set([200, 400, 413]));
    expect(digest(1)).toBe(digest(1));
    expect(digest(1)).not.toBe(digest(2));
  });
});
