import { expect } from "@playwright/test";
import { test } from "./desk";

test("reactions appear with who, and go when they are taken back", async ({ page, vendor }) => {
  const chat = vendor.chat({ people: ["Ana Ribeiro"] });
  const answer = await vendor.answers(chat, "Yes, from noon.", { minutesAgo: 1 });
  await page.goto("/inbox");
  await page.getByRole("option").click();
  const article = page.getByRole("article", { name: "You" });
  await expect(article).toBeVisible();
  await vendor.reacts(answer, "👍");
  await expect(article.getByRole("listitem")).toHaveText(/👍\s*Ana/);
  await expect(page.getByRole("option", { name: /Ana Ribeiro reacted 👍$/ })).toBeVisible();
  await vendor.reacts(answer, "");
  await expect(article.getByRole("listitem")).toHaveCount(0);
});

test("an edit shows as edited, with the earlier text for the team", async ({ page, vendor }) => {
  const chat = vendor.chat();
  const message = await vendor.says(chat, "Saturday at nine", { minutesAgo: 2 });
  await vendor.edits(message, "Saturday at ten");
  await page.goto("/inbox");
  await page.getByRole("option").click();
  const article = page.getByRole("article", { name: "Ana Ribeiro" });
  await expect(article).toContainText("Saturday at ten");
  await expect(article).not.toContainText("Saturday at nine");
  await article.getByRole("button", { name: "edited" }).click();
  await expect(article.getByRole("list", { name: "Earlier versions" })).toContainText("Saturday at nine");
});

test("a deletion shows as deleted, and the team still reads the text", async ({ page, vendor }) => {
  const chat = vendor.chat();
  const message = await vendor.says(chat, "Forget that", { minutesAgo: 2 });
  await page.goto("/inbox");
  await page.getByRole("option").click();
  await expect(page.getByRole("article")).toContainText("Forget that");
  await vendor.deletes(message);
  await expect(page.getByRole("article")).toContainText("Message deleted");
  await expect(page.getByRole("article")).toContainText("Forget that");
  await expect(page.getByRole("option", { name: /Message deleted$/ })).toBeVisible();
});

test("sent, delivered and read rise in words", async ({ page, vendor }) => {
  const chat = vendor.chat();
  const answer = await vendor.answers(chat, "On my way", { minutesAgo: 1 });
  await page.goto("/inbox");
  await page.getByRole("option").click();
  const article = page.getByRole("article", { name: "You" });
  await expect(article.getByText("Sent", { exact: true })).toBeVisible();
  await vendor.delivers(answer);
  await expect(article.getByText("Delivered", { exact: true })).toBeVisible();
  await vendor.reads(answer);
  await expect(article.getByText("Read by Ana", { exact: true })).toBeVisible();
});

test("a group names who wrote, joins runs of one sender and shows days", async ({ page, vendor }) => {
  const ride = vendor.chat({ people: ["Ana Ribeiro", "Ben Osei"], subject: "Weekend ride" });
  const [ana, ben] = ride.people;
  await vendor.says(ride, "Who is in?", { by: ben!, minutesAgo: 26 * 60 });
  await vendor.says(ride, "Me", { by: ana!, minutesAgo: 3 });
  await vendor.says(ride, "And my sister", { by: ana!, minutesAgo: 2 });
  await page.goto("/inbox");
  const row = page.getByRole("option", { name: /^Weekend ride, WhatsApp.*Ana Ribeiro: And my sister$/ });
  await row.click();
  const messages = page.getByRole("region", { name: "Messages" });
  await expect(messages.getByRole("article", { name: "Ana Ribeiro" })).toHaveCount(2);
  await expect(messages.getByText("Ana Ribeiro", { exact: true })).toHaveCount(1);
  await expect(messages.getByText("Ben Osei", { exact: true })).toHaveCount(1);
  await expect(messages.getByRole("heading", { name: "Today" })).toBeVisible();
  await expect(messages.getByRole("heading", { level: 3 })).toHaveCount(2);
});

test("a quote shows its text and leads to the message", async ({ page, vendor }) => {
  const chat = vendor.chat();
  const first = await vendor.says(chat, "Is the blue one free?", { minutesAgo: 60 });
  await vendor.saysAll(
    chat,
    Array.from({ length: 30 }, (_, place) => `Line ${place + 1}`),
  );
  await vendor.answers(chat, "Yes it is", { quoted: first });
  await page.goto("/inbox");
  await page.getByRole("option").click();
  const quote = page.getByRole("article", { name: "You" }).getByRole("button", { name: /Is the blue one free\?/ });
  await quote.click();
  await expect(page.getByRole("article").first()).toBeInViewport();
});

test("calls and group changes are lines of their own", async ({ page, vendor }) => {
  const chat = vendor.chat();
  await vendor.says(chat, "", { eventType: 8, minutesAgo: 1 });
  await page.goto("/inbox");
  await page.getByRole("option", { name: /1 unread.*Missed voice call$/ }).click();
  await expect(page.getByRole("region", { name: "Messages" }).getByText("Missed voice call")).toBeVisible();
  await expect(page.getByRole("article", { name: "Ana Ribeiro" })).toHaveCount(0);
});

test("what the provider cannot carry says so and leads to its app", async ({ page, vendor }) => {
  const linkedin = vendor.account({ provider: "LINKEDIN", feature: "recruiter" });
  const sentence = "-- postpress cannot display this type of message yet --";
  await vendor.says(vendor.chat({ account: linkedin }), sentence);
  await page.goto("/inbox");
  await page.getByRole("option", { name: /Not shown here$/ }).click();
  await expect(page.getByRole("article").getByRole("link", { name: "Open in LinkedIn" })).toHaveAttribute(
    "rel",
    /noopener/,
  );
  await expect(page.getByText("LinkedIn Recruiter · ")).toBeVisible();
});

test("attachments stand as what they are, with name, size and their room kept free", async ({ page, vendor }) => {
  const chat = vendor.chat();
  await vendor.says(chat, "Look", {
    attachments: [
      { kind: "image", name: "tandem.jpg" },
      { kind: "voice", name: "note.wav", seconds: 7 },
      { kind: "file", name: "offer.pdf" },
      { kind: "image", name: "gone.jpg", isUnavailable: true },
    ],
  });
  await page.goto("/inbox");
  await page.getByRole("option").click();
  const article = page.getByRole("article");
  const picture = article.getByRole("button", { name: /^Photo, tandem\.jpg, \d+ kB/ });
  await expect(picture).toBeVisible();
  await expect(article.getByRole("group", { name: /^Voice message, 0:07/ })).toBeVisible();
  await expect(article.getByRole("link", { name: /^Download File, offer\.pdf, \d+/ })).toBeVisible();
  await expect(article.getByText("Photo no longer available from WhatsApp")).toBeVisible();
  const room = await picture.boundingBox();
  expect((room?.width ?? 0) / (room?.height ?? 1)).toBeCloseTo(4 / 3, 1);
});
