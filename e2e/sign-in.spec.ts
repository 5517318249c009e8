import { expect } from "@playwright/test";
import { ines, sql, test } from "./desk";

test.use({ isSignedIn: false });

test("somebody signs in and comes back to where they wanted to go", async ({ page }) => {
  await page.goto("/inbox?unread=true");
  await expect(page).toHaveURL(/\/login\?callbackUrl=/);
  await page.getByLabel("E-mail").fill(ines.email);
  await page.getByLabel("Password", { exact: true }).fill(ines.password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page).toHaveURL(/\/inbox\?unread=true$/);
  await expect(page.getByRole("heading", { name: "Inbox", level: 1 })).toBeVisible();
});

test("a wrong user and a wrong password get the same sentence", async ({ page }) => {
  const tries = [
    { email: ines.email, password: "not the password" },
    { email: "nobody@tandem.example", password: ines.password },
  ];
  for (const { email, password } of tries) {
    await page.goto("/login");
    await page.getByLabel("E-mail").fill(email);
    await page.getByLabel("Password", { exact: true }).fill(password);
    await page.getByRole("button", { name: "Sign in" }).click();
    await expect(page.getByRole("alert").filter({ hasText: "E-mail or password is wrong." })).toBeVisible();
  }
});

test("after too many attempts the wait is named", async ({ page, desk }) => {
  await page.goto("/login");
  const fill = async () => {
    await page.getByLabel("E-mail").fill("throttled@tandem.example");
    await page.getByLabel("Password", { exact: true }).fill("not the password");
    await page.getByRole("button", { name: "Sign in" }).click();
  };
  await fill();
  await expect(page.getByText("E-mail or password is wrong.")).toBeVisible();
  await sql(desk, 'INSERT INTO "SignInFailure" ("key") SELECT "key" FROM "SignInFailure", generate_series(1, 60)');
  await fill();
  await expect(page.getByText(/Too many attempts\. Try again in \d+ (minutes|seconds)\./)).toBeVisible();
});

test("the password can be shown", async ({ page }) => {
  await page.goto("/login");
  const password = page.getByLabel("Password", { exact: true });
  await password.fill("secret");
  await expect(password).toHaveAttribute("type", "password");
  await page.getByRole("button", { name: "Show password" }).click();
  await expect(password).toHaveAttribute("type", "text");
});

test("who is signed in already does not see the form", async ({ page, context, session }) => {
  await context.addCookies(session);
  await page.goto("/login");
  await expect(page).toHaveURL(/\/inbox$/);
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("signing in works", async ({ page }) => {
    await page.goto("/");
    await page.getByLabel("E-mail").fill(ines.email);
    await page.getByLabel("Password", { exact: true }).fill(ines.password);
    await page.getByRole("button", { name: "Sign in" }).click();
    await expect(page).toHaveURL(/\/inbox$/);
    await expect(page.getByRole("heading", { name: "Inbox", level: 1 })).toBeVisible();
  });
});

test("signing out leads to the sign-in page, and the inbox stays closed", async ({ page }) => {
  await page.goto("/login");
  await page.getByLabel("E-mail").fill(ines.email);
  await page.getByLabel("Password", { exact: true }).fill(ines.password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.getByRole("button", { name: "You, Ines Moreau" }).click();
  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page).toHaveURL(/\/login/);
  await page.goto("/inbox");
  await expect(page).toHaveURL(/\/login/);
});

test("a session that was ended elsewhere leads to the sign-in page, and from there back", async ({ page, desk }) => {
  await page.goto("/inbox?unread=true");
  const signIn = async () => {
    await page.getByLabel("E-mail").fill(ines.email);
    await page.getByLabel("Password", { exact: true }).fill(ines.password);
    await page.getByRole("button", { name: "Sign in" }).click();
    await expect(page).toHaveURL(/\/inbox\?unread=true$/);
  };
  await signIn();
  await sql(
    desk,
    'UPDATE "SignIn" SET "endedAt" = now() WHERE "id" = (SELECT "id" FROM "SignIn" ORDER BY "createdAt" DESC LIMIT 1)',
  );
  await expect(page).toHaveURL(/\/login\?callbackUrl=/);
  await signIn();
});
