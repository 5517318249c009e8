import { readFile } from "node:fs/promises";
import { expect, type Locator, type Page } from "@playwright/test";
import type { KnownProvider } from "@/domain/inbox";
import { providerOf } from "@/domain/providers";
import { test } from "./desk";
import type { Vendor } from "./vendor";

const openChat = async (page: Page) => {
  await page.goto("/inbox");
  await page.getByRole("option").first().click();
};

/** The picture in a button, once it is whole: its true width. */
const widthOf = (button: Locator) =>
  button.locator("img").evaluate((image: HTMLImageElement) => (image.complete ? image.naturalWidth : 0));

/** Chromium as Playwright builds it has no H.264, which is what phones film in. */
const playsFilms = (page: Page) =>
  page.evaluate(() => document.createElement("video").canPlayType('video/mp4; codecs="avc1.42E01E"') !== "");

const providers: KnownProvider[] = ["LINKEDIN", "WHATSAPP", "INSTAGRAM", "MESSENGER", "TELEGRAM", "TWITTER"];

for (const provider of providers) {
  test(`each kind is there to be seen, heard or saved, ${providerOf(provider).label}`, async ({ page, vendor }) => {
    const chat = vendor.chat({ account: vendor.account({ provider }) });
    const kinds = [
      { kind: "image", name: "tandem.jpg" },
      { kind: "gif", name: "wheel.gif" },
      { kind: "sticker", name: "bell" },
      { kind: "voice", name: "note.wav", seconds: 3 },
      { kind: "audio", name: "jingle.wav", seconds: 2 },
      { kind: "file", name: "price list.pdf" },
      { kind: "contact", name: "Chiara Conti.vcf" },
      { kind: "post", name: "Spring fair" },
    ] as const;
    await vendor.says(chat, "Look", { attachments: [...kinds] });
    await openChat(page);

    await expect.poll(() => widthOf(page.getByRole("button", { name: /^Photo, tandem\.jpg/ }))).toBe(640);
    await expect(page.getByRole("button", { name: /^GIF, wheel\.gif/ }).locator("img")).toBeVisible();
    await expect(page.getByRole("img", { name: "Sticker" })).toBeVisible();
    await expect(page.getByRole("group", { name: /^Voice message, 0:03/ })).toContainText("0:00 / 0:03");
    await expect(page.getByRole("group", { name: /^Audio, jingle\.wav, 0:02/ })).toBeVisible();
    await expect(page.getByRole("group", { name: "Post, Spring fair" })).toBeVisible();

    const downloading = page.waitForEvent("download");
    await page.getByRole("link", { name: /^Download File, price list\.pdf/ }).click();
    const download = await downloading;
    expect(download.suggestedFilename()).toBe("price list.pdf");
    expect((await readFile(await download.path())).subarray(0, 5).toString()).toBe("%PDF-");

    const saving = page.waitForEvent("download");
    await page.getByRole("link", { name: "Save contact Chiara Conti.vcf" }).click();
    expect((await readFile(await (await saving).path())).toString()).toContain("BEGIN:VCARD");
  });
}

test("a video plays where it is, and silences what played before", async ({ page, vendor }) => {
  const chat = vendor.chat();
  await vendor.says(chat, null, { attachments: [{ kind: "voice", name: "note.wav", seconds: 20 }], minutesAgo: 1 });
  await vendor.says(chat, null, { attachments: [{ kind: "video", name: "ride.mp4", seconds: 4 }] });
  await openChat(page);
  test.skip(!(await playsFilms(page)), "this browser cannot play H.264");
  const video = page.getByLabel(/^Video, ride\.mp4/);
  await expect
    .poll(() => video.evaluate((element: HTMLVideoElement) => [element.readyState > 1, element.videoWidth]))
    .toEqual([true, 320]);
  await page.getByRole("button", { name: /^Play Voice message/ }).click();
  await expect(page.getByRole("button", { name: /^Pause Voice message/ })).toBeVisible();
  await video.evaluate((element: HTMLVideoElement) => element.play());
  await expect(page.getByRole("button", { name: /^Play Voice message/ })).toBeVisible();
  await expect.poll(() => video.evaluate((element: HTMLVideoElement) => element.currentTime)).toBeGreaterThan(0.2);
});

test("seven pictures are an album of four tiles, and the last says how many more", async ({ page, vendor }) => {
  const attachments = Array.from({ length: 7 }, (_, place) => ({ kind: "image", name: `${place}.jpg` }) as const);
  await vendor.says(vendor.chat(), "The ride", { attachments });
  await openChat(page);
  const album = page.getByRole("group", { name: "Album of 7" });
  await expect(album.getByRole("button")).toHaveCount(4);
  for (const tile of await album.getByRole("button").all()) await expect.poll(() => widthOf(tile)).toBe(640);
  await expect(album.getByRole("button", { name: /4 of 7, and 3 more$/ })).toHaveText("+3");
});

test("a GIF stands still for people who asked for stillness, until they play it", async ({ page, vendor }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await vendor.says(vendor.chat(), null, { attachments: [{ kind: "gif", name: "wheel.gif" }] });
  await openChat(page);
  const gif = page.getByRole("button", { name: /^GIF, wheel\.gif/ });
  await expect(gif.locator("canvas")).toBeVisible();
  await page.getByRole("button", { name: "Play GIF" }).click();
  await expect(gif.locator("img")).toBeVisible();
  await page.getByRole("button", { name: "Pause GIF" }).click();
  await expect(gif.locator("canvas")).toBeVisible();
});

test.describe("when the vendor fails", () => {
  const photo = (vendor: Vendor) =>
    vendor.says(vendor.chat(), null, { attachments: [{ kind: "image", name: "tandem.jpg" }] });
  const picture = (page: Page) => page.getByRole("button", { name: /^Photo, tandem\.jpg/ });
  const tryAgain = (page: Page) => page.getByRole("button", { name: /^Try again/ });

  for (const [how, words] of [
    ["broken", /postpress did not hand over the attachment\. Try again in a moment\./],
    ["dead", /postpress did not hand over the attachment/],
    ["page", /postpress did not hand over the attachment/],
    ["short", /postpress did not hand over the attachment/],
    ["huge", /too large to show here/],
    ["gone", /no longer available/],
    ["disconnected", /The WhatsApp account is disconnected/],
  ] as const) {
    test(`${how}: the reason stands in the picture's place, and Try again works`, async ({ page, vendor }) => {
      const message = await photo(vendor);
      vendor.api.misbehave(vendor.attachmentPath(message), how);
      await openChat(page);
      await expect(page.getByText(words)).toBeVisible();
      await expect(page.getByRole("link", { name: "Open in WhatsApp" })).toBeVisible();
      await expect(picture(page)).toHaveCount(0);
      vendor.api.behave(vendor.attachmentPath(message));
      await tryAgain(page).click();
      await expect.poll(() => widthOf(picture(page))).toBe(640);
      await expect(page.getByText(words)).toHaveCount(0);
    });
  }

  test("slow: its room is kept, and nothing moves when it comes", async ({ page, vendor }) => {
    const message = await photo(vendor);
    const release = vendor.api.hold(vendor.attachmentPath(message));
    await openChat(page);
    await expect(picture(page)).toBeVisible();
    await expect.poll(() => vendor.api.asked(vendor.attachmentPath(message))).toBe(1);
    const room = await picture(page).boundingBox();
    expect(await widthOf(picture(page))).toBe(0);
    release();
    await expect.poll(() => widthOf(picture(page))).toBe(640);
    expect(await picture(page).boundingBox()).toEqual(room);
  });

  test("a file that cannot be had says so in the page, and is saved when it can", async ({ page, vendor }) => {
    const attachments = [{ kind: "file", name: "rides.csv" }] as const;
    const message = await vendor.says(vendor.chat(), null, { attachments: [...attachments] });
    vendor.api.misbehave(vendor.attachmentPath(message), "dead");
    await openChat(page);
    await page.getByRole("link", { name: /^Download File, rides\.csv/ }).click();
    await expect(page.getByText(/postpress did not hand over the attachment/)).toBeVisible();
    vendor.api.behave(vendor.attachmentPath(message));
    const downloading = page.waitForEvent("download");
    await tryAgain(page).click();
    expect((await downloading).suggestedFilename()).toBe("rides.csv");
  });
});

test("a name that turns its ending around is shown and saved as what it is", async ({ page, vendor }) => {
  const name = 'in"voice\u202efdp.\r\n<b>.exe';
  await vendor.says(vendor.chat(), null, { attachments: [{ kind: "file", name }] });
  await openChat(page);
  const link = page.getByRole("link", { name: /^Download File/ });
  await expect(link).toHaveAccessibleName(/^Download File, in"voicefdp\. ?<b>\.exe/);
  await expect(link).toContainText("<b>.exe");
  const downloading = page.waitForEvent("download");
  await link.click();
  expect((await downloading).suggestedFilename()).not.toMatch(/[\u202e\r\n"<>]/);
});

test("a person's picture takes the place of their initials, and one without keeps them", async ({ page, vendor }) => {
  const account = vendor.account();
  const bens = vendor.chat({ account, people: ["Ben Osei"] });
  vendor.api.misbehave(vendor.picturePath(bens.people[0]!), "gone");
  await vendor.says(bens, "Hello", { minutesAgo: 1 });
  await vendor.says(vendor.chat({ account, people: ["Ana Ribeiro"] }), "Hello");
  await page.goto("/inbox");
  const ana = page.getByRole("option", { name: /^Ana Ribeiro/ });
  await expect.poll(() => widthOf(ana)).toBeGreaterThan(0);
  await expect(ana.locator("img")).toHaveCSS("opacity", "1");
  const ben = page.getByRole("option", { name: /^Ben Osei/ });
  await expect(ben).toContainText("BO");
  await expect(ben.locator("img")).toHaveCount(0);
});
