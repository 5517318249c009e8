import { fireEvent, render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Attachment } from "@/domain/inbox";
import { providerOf } from "@/domain/providers";
import { attachmentOf, messageOf } from "@/domain/wire-examples";
import { Attachments } from "./attachments";
import { OpenPicture } from "./use-open-picture";

const open = vi.fn<(attachmentId: string) => void>();
let answers: Response[] = [];

const refusal = (title: string, detail?: string) =>
  new Response(JSON.stringify({ title, detail }), {
    status: 502,
    headers: { "content-type": "application/problem+json" },
  });

beforeEach(() => {
  open.mockClear();
  answers = [];
  vi.stubGlobal("fetch", () => Promise.resolve(answers.shift() ?? new Response("bytes")));
});

afterEach(() => {
  vi.unstubAllGlobals();
});

function show(attachments: Attachment[], provider = "WHATSAPP") {
  return render(
    <OpenPicture value={open}>
      <Attachments message={messageOf({ text: null, attachments })} provider={providerOf(provider)} />
    </OpenPicture>,
  ).container;
}

const photos = (count: number) =>
  Array.from({ length: count }, (_, place) => attachmentOf({ id: `photo-${String(place)}`, name: null }));

test("a picture comes through our own route, into room that is kept for it", () => {
  const container = show([attachmentOf({ width: 1280, height: 960 })]);
  const picture = container.querySelector("img");
  expect(picture).toHaveAttribute("src", "/api/attachments/attachment-1");
  expect([picture?.getAttribute("width"), picture?.getAttribute("height")]).toEqual(["320", "240"]);
  expect(picture).toHaveAttribute("loading", "lazy");
  expect(screen.getByRole("button", { name: "Photo, tandem.jpg, 48 kB" })).toHaveStyle({ aspectRatio: "320 / 240" });
});

test("a picture opens large", async () => {
  show([attachmentOf()]);
  await userEvent.click(screen.getByRole("button", { name: /^Photo/ }));
  expect(open).toHaveBeenCalledExactlyOnceWith("attachment-1");
});

test("several pictures are an album, and the last tile says how many more there are", () => {
  show(photos(7));
  const album = screen.getByRole("group", { name: "Album of 7" });
  const tiles = within(album).getAllByRole("button");
  expect(tiles.map((tile) => tile.getAttribute("aria-label"))).toEqual([
    "Photo, 48 kB, 1 of 7",
    "Photo, 48 kB, 2 of 7",
    "Photo, 48 kB, 3 of 7",
    "Photo, 48 kB, 4 of 7, and 3 more",
  ]);
  expect(tiles[3]).toHaveTextContent("+3");
});

test("a picture that fails says why, in words, and can be tried again", async () => {
  answers = [refusal("postpress does not answer", "The picture is still at the provider")];
  const container = show([attachmentOf()]);
  fireEvent.error(container.querySelector("img")!);
  expect(screen.getByRole("status")).toHaveTextContent("This photo could not be loaded.");
  expect(await screen.findByText("postpress does not answer. The picture is still at the provider.")).toBeVisible();
  expect(container.querySelector("img")).toBeNull();
  expect(screen.getByRole("link", { name: "Open in WhatsApp" })).toHaveAttribute(
    "rel",
    expect.stringContaining("noopener"),
  );
  await userEvent.click(screen.getByRole("button", { name: /^Try again/ }));
  expect(container.querySelector("img")).toHaveAttribute("src", "/api/attachments/attachment-1?again=1");
  fireEvent.load(container.querySelector("img")!);
  expect(screen.getByRole("button", { name: /^Photo/ })).toBeVisible();
});

test("trying again keeps the focus at the attachment", async () => {
  answers = [refusal("postpress does not answer")];
  const container = show([attachmentOf()]);
  fireEvent.error(container.querySelector("img")!);
  await userEvent.click(await screen.findByRole("button", { name: /^Try again/ }));
  expect(document.activeElement).toContainElement(screen.getByRole("button", { name: /^Photo/ }));
});

test("a failure that is over when its reason is asked for is tried again once, and then said", async () => {
  const container = show([attachmentOf()], "SLACK");
  const first = container.querySelector("img")!;
  fireEvent.error(first);
  await vi.waitFor(() => expect(container.querySelector("img")).not.toBeNull());
  expect(container.querySelector("img")).not.toBe(first);
  fireEvent.error(container.querySelector("img")!);
  expect(await screen.findByText("This photo cannot be shown here.")).toBeVisible();
  expect(screen.getByRole("link", { name: "Download tandem.jpg" })).toBeVisible();
  expect(screen.queryByRole("link", { name: /^Open in/ })).not.toBeInTheDocument();
});

test("of an album the one that failed says so in its place, and the reason stands below", async () => {
  answers = [refusal("This file is gone")];
  const container = show(photos(2));
  fireEvent.error(container.querySelector("img")!);
  expect(await screen.findByText("This file is gone.")).toBeVisible();
  const album = screen.getByRole("group", { name: "Album of 2" });
  expect(within(album).getByRole("button", { name: "Try again: Photo, 48 kB, 1 of 2" })).toBeVisible();
  expect(within(album).getByRole("button", { name: "Photo, 48 kB, 2 of 2" })).toBeVisible();
});

test("what the provider no longer has is said in words", () => {
  show([attachmentOf({ isUnavailable: true })]);
  expect(screen.getByText("Photo no longer available from WhatsApp")).toBeVisible();
});

test("a sticker is a picture with its word", () => {
  show([attachmentOf({ isSticker: true, width: 512, height: 512 })]);
  expect(screen.getByRole("img", { name: "Sticker" })).toHaveAttribute("width", "128");
});

test("a contact can be saved, and leads nowhere else", () => {
  show([attachmentOf({ kind: "card", cardKind: "contact", name: "Ben Osei.vcf", linkUrl: "javascript:alert(1)" })]);
  const card = screen.getByRole("group", { name: "Contact, Ben Osei" });
  expect(within(card).getByRole("link")).toHaveAccessibleName("Save contact Ben Osei.vcf");
});

test("a post opens where it is, and a meeting is joined there", () => {
  const post = attachmentOf({
    id: "post",
    kind: "card",
    cardKind: "post",
    name: "Spring fair",
    linkUrl: "https://example.org/1",
  });
  const meeting = attachmentOf({
    id: "meeting",
    kind: "card",
    cardKind: "meeting",
    name: null,
    linkUrl: "https://example.org/2",
  });
  show([post, meeting], "LINKEDIN");
  expect(
    within(screen.getByRole("group", { name: "Post, Spring fair" })).getByRole("link", { name: "Open in LinkedIn" }),
  ).toHaveAttribute("href", "https://example.org/1");
  expect(
    within(screen.getByRole("group", { name: "Meeting" })).getByRole("link", { name: "Join the meeting" }),
  ).toHaveAttribute("href", "https://example.org/2");
});
