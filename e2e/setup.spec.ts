import { expect } from "@playwright/test";
import { createSetupToken } from "../scripts/setup-link.mjs";
import { ines, startDesk, test } from "./desk";

test.use({ isSignedIn: false });

test("the one-time link makes the first user, shows where the webhook goes, and works only once", async ({
  page,
  cluster,
}) => {
  const fresh = await startDesk(cluster);
  try {
    const token = await createSetupToken(fresh.databaseUrl);
    await page.goto(`${fresh.url}/setup?token=wrong`);
    await expect(page.getByRole("heading", { name: "This link is not known here" })).toBeVisible();

    await page.goto(`${fresh.url}/setup?token=${String(token)}`);
    await page.getByLabel("Your name").fill(ines.name);
    await page.getByLabel("E-mail").fill(ines.email);
    await page.getByLabel("Password", { exact: true }).fill("password1234");
    await page.getByRole("button", { name: "Create your user" }).click();
    await expect(page.getByText("This password is one of the first to be guessed.")).toBeVisible();
    await page.getByLabel("Password", { exact: true }).fill(ines.password);
    await page.getByRole("button", { name: "Create your user" }).click();
    await expect(page.getByText("Waiting for the first event")).toBeVisible();

    await page.goto(`${fresh.url}/setup?token=${String(token)}`);
    await expect(page.getByRole("heading", { name: "Postroom is set up already" })).toBeVisible();
  } finally {
    await fresh.stop();
  }
});
