/** The demo's past: every story played so that its last line happened as long ago as its heading says, then put in the order of time. */
import { readFileSync } from "node:fs";
import { changeStatus } from "../happenings";
import { createAccount } from "../people";
import type { World } from "../world";
import { addAccount } from "../world";
import type { DemoAccount } from "./accounts";
import { demoAccounts } from "./accounts";
import type { Happening, Scene } from "./play";
import { isoTime, openScene, playLine } from "./play";
import type { Line, Story } from "./story";
import { parseStories } from "./story";
import { createWorkshopLog } from "./workshop-log";

export type History = { scenes: Scene[]; happenings: Happening[] };

const chatsFolder = new URL("./chats/", import.meta.url);
const workshopEntries = 170;

export function readStories(name: string): Story[] {
  return parseStories(readFileSync(new URL(`${name}.txt`, chatsFolder), "utf8"));
}

/** The same world for the same random seed and epoch, to the byte. */
export function createHistory(world: World, epochMs: number): History {
  const parts = demoAccounts.map((account) => createAccountHistory(world, account, epochMs));
  const happenings = parts.flatMap((part) => part.happenings).sort((a, b) => a.atMs - b.atMs);
  return { scenes: parts.flatMap((part) => part.scenes), happenings: [...happenings, ...tellStatuses(world, epochMs)] };
}

function createAccountHistory(world: World, draft: DemoAccount, epochMs: number): History {
  const yearMs = 365 * 86_400_000;
  const account = addAccount(world, createAccount(world.random, { ...draft, createdAt: isoTime(epochMs - yearMs) }));
  const stories = readStories(draft.stories);
  if (draft.id === "demo-wa-workshop") stories.push(createWorkshopLog(world.random, workshopEntries));
  const parts = stories.map((story) => playHistory(openScene(world, account, story), epochMs));
  return { scenes: parts.flatMap((part) => part.scenes), happenings: parts.flatMap((part) => part.happenings) };
}

function playHistory(scene: Scene, epochMs: number): History {
  const { story, world } = scene;
  const gapsMs = story.history.map((line) => gapOf(line) ?? world.random.integer(20, 200) * 1000);
  const lengthMs = gapsMs.reduce((sum, gapMs) => sum + gapMs, 0);
  let atMs = epochMs - story.endsMs - lengthMs;
  const happenings = story.history.flatMap((line, place) => {
    atMs += gapsMs[place] ?? 0;
    return playLine(scene, line, atMs);
  });
  return { scenes: [scene], happenings: happenings.filter((happening) => happening.atMs <= epochMs) };
}

/** Reactions, edits and receipts follow soon. */
function gapOf(line: Line): number | null {
  if (line.kind === "message") return line.gapMs;
  return line.kind === "system" ? 120_000 : 25_000;
}

/** A status carries no time, so it is told last. */
function tellStatuses(world: World, epochMs: number): Happening[] {
  return demoAccounts.flatMap(({ id, status }) => {
    const account = world.accounts.get(id);
    return account === undefined ? [] : [{ atMs: epochMs, chat: null, payload: changeStatus(account, status) }];
  });
}
