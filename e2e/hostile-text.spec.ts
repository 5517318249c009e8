import { expect } from "@playwright/test";
import { test } from "./desk";

const texts = [
  "<script>window.pwned = true</script>",
  '<img src=x onerror="window.pwned = true">',
  '"><svg onload="window.pwned = true">',
  "javascript:window.pwned=true",
  "[click](javascript:window.pwned=true)",
  "</script><script>window.pwned = true</script>",
  "${window.pwned = true}",
  "<a href='javascript:window.pwned = true'>free bikes</a>",
  'https://example.org/\u202e"onmouseover="window.pwned=true',
  "data:text/html,<script>window.pwned = true</script>",
  "&lt;b&gt;not bold&lt;/b&gt;",
  "\u202eright to left override",
  "Z\u0351\u036b\u0343\u036a\u0302\u036b\u033d\u034f\u0334\u0319\u0324\u031e\u0349\u035a\u032f\u031e\u0320\u034dA",
];

/** An override of the reading direction is taken out; everything else stands as it was written. */
const shown = (text: string) => text.replaceAll("\u202e", "");

test("what people write is text, wherever it shows", async ({ page, vendor }) => {
  const problems: string[] = [];
  page.on("pageerror", (error) => problems.push(error.message));
  page.on("dialog", (dialog) => void dialog.dismiss());
  const nasty = '<img src=x onerror="window.pwned = true">';
  const chat = vendor.chat({
    people: [nasty, "Ben Osei"],
    subject: `<b>${nasty}</b>`,
    account: vendor.account({ name: nasty }),
  });
  const sent = await vendor.saysAll(chat, texts);
  await vendor.reacts(sent[0]!, "<b>");
  await vendor.says(chat, "With a file", {
    attachments: [{ kind: "file", name: '"><script>window.pwned = true</script>.pdf' }],
  });
  await page.goto("/inbox");
  await expect(page.getByRole("option")).toContainText(`<b>${nasty}</b>`);
  await page.getByRole("option").click();
  const messages = page.getByRole("region", { name: "Messages" });
  for (const text of texts) await expect.soft(messages.getByText(shown(text), { exact: true }).first()).toBeAttached();
  expect(await messages.textContent()).not.toContain("\u202e");
  await expect(messages.getByText('"><script>window.pwned = true</script>.pdf')).toBeVisible();
  expect(await messages.locator('img:not([src^="/api/"]), script, iframe, object, b').count()).toBe(0);
  const links = await messages
    .getByRole("link")
    .evaluateAll((all) => all.map((link) => link.getAttribute("href") ?? ""));
  expect(links.length).toBeGreaterThan(0);
  for (const href of links) expect(href).toMatch(/^(https:\/\/example\.org\/|\/api\/attachments\/[\w-]+\?download=1)$/);
  expect(await page.evaluate(() => "pwned" in window)).toBe(false);
  expect(problems).toEqual([]);
});
