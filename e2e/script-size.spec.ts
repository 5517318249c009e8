import { expect, type Page } from "@playwright/test";
import { test } from "./desk";
import { openRide, fillDesk } from "./screens";

const inboxBytes = 165_000;
const chatBytes = 60_000;

/** What is known by its own words, in files that are named by nothing but a digest. */
const known: [words: RegExp, what: string][] = [
  [/Minified React error #\$\{|react\.dev\/errors/, "React"],
  [/NEXT_REDIRECT|__next_router|RSC_HEADER|next-router/i, "Next’s router"],
  [/\$inf\$|\$sub\$/, "SWR"],
  [/aria-label.{0,20}"Chats"|No chat open/, "the inbox"],
  [/"Messages"/, "an open chat"],
  [/Sign out|"Theme"/, "the frame and its menus"],
  [/Find a key/, "the keys sheet"],
];

type Script = { name: string; bytes: number; what: string };

/** Every script that the page loads from now on, by its size on the wire. */
function watchScripts(page: Page): () => Promise<Script[]> {
  const scripts: Promise<Script>[] = [];
  page.on("response", (response) => {
    if (response.request().resourceType() !== "script") return;
    const read = async (): Promise<Script> => {
      const [{ responseBodySize }, text] = await Promise.all([response.request().sizes(), response.text()]);
      const what = known.filter(([words]) => words.test(text)).map(([, name]) => name);
      const name = new URL(response.url()).pathname.split("/").at(-1) ?? "";
      return { name, bytes: responseBodySize, what: what.length === 0 ? "other" : what.join(", ") };
    };
    scripts.push(read());
  });
  return () => Promise.all(scripts);
}

function total(scripts: readonly Script[]): number {
  return scripts.reduce((sum, { bytes }) => sum + bytes, 0);
}

/** Largest first, so that whoever passes the limit sees what is where. */
function table(scripts: readonly Script[]): string {
  const lines = [...scripts].sort((left, right) => right.bytes - left.bytes);
  return lines
    .map(({ name, bytes, what }) => `${(bytes / 1000).toFixed(1).padStart(8)} kB  ${name}  ${what}`)
    .join("\n");
}

test("the script of the inbox stays within 165 kB, framework included, and an open chat adds at most 60 kB", async ({
  page,
  vendor,
}) => {
  await fillDesk(vendor);
  const read = watchScripts(page);
  await page.goto("/inbox", { waitUntil: "networkidle" });
  const ofInbox = await read();
  console.log(`The inbox: ${(total(ofInbox) / 1000).toFixed(1)} kB of script\n${table(ofInbox)}`);
  expect(ofInbox.length).toBeGreaterThan(3);
  expect(total(ofInbox), table(ofInbox)).toBeLessThanOrEqual(inboxBytes);

  await openRide(page);
  await page.waitForLoadState("networkidle");
  const names = new Set(ofInbox.map(({ name }) => name));
  const ofChat = (await read()).filter(({ name }) => !names.has(name));
  console.log(`An open chat: ${(total(ofChat) / 1000).toFixed(1)} kB more\n${table(ofChat)}`);
  expect(ofChat.length).toBeGreaterThan(0);
  expect(total(ofChat), table(ofChat)).toBeLessThanOrEqual(chatBytes);
});
