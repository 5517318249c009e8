import { describe, expect, test } from "vitest";
import { findUnchecked, toUrl } from "./authz-lint.mjs";
import { findTooOld } from "./floors.mjs";
import { findOffences } from "./house-rules.mjs";

describe("the authorisation check", () => {
  const checked = `import { withUser } from "@/server/http";\nexport const GET = withUser(list);\n`;

  test("passes a handler and a page that ask who is there", () => {
    expect(findUnchecked("app/api/chats/route.ts", checked)).toEqual([]);
    expect(
      findUnchecked("app/(inbox)/page.tsx", "export default async function Page() { await requireUser(); }"),
    ).toEqual([]);
  });

  test("names the one handler of a route that does not ask", () => {
    const half = `${checked}export async function DELETE() { return new Response(); }\n`;
    expect(findUnchecked("app/api/chats/route.ts", half)).toEqual(["DELETE"]);
  });

  test("is not content with an import or a comment", () => {
    const text = `import { withUser } from "@/server/http";\n// withUser(x)\n/* requireUser() */\nexport function GET() {}\n`;
    expect(findUnchecked("app/api/chats/route.ts", text)).toEqual(["GET"]);
    expect(
      findUnchecked("app/page.tsx", `import { requireUser } from "@/server/auth";\nexport default function Page() {}`),
    ).toEqual(["page"]);
  });

  test("does not pass handlers it cannot see", () => {
    expect(
      findUnchecked("app/api/chats/route.ts", "const handler = () => {};\nexport { handler as GET };"),
    ).not.toEqual([]);
    expect(findUnchecked("app/api/chats/route.ts", "")).not.toEqual([]);
  });

  test("lets through what is public by list, and only that", () => {
    expect(findUnchecked("app/api/health/route.ts", "export function GET() {}")).toEqual([]);
    expect(findUnchecked("app/(auth)/login/page.tsx", "export default function Page() {}")).toEqual([]);
    expect(findUnchecked("app/api/health/deep/route.ts", "export function GET() {}")).toEqual(["GET"]);
  });

  test("a group in parentheses is not part of the URL", () => {
    expect(toUrl("app/(inbox)/chats/[id]/page.tsx")).toBe("/chats/[id]");
    expect(toUrl("app/page.tsx")).toBe("/");
  });
});

describe("the house rules", () => {
  test.each([
    ["server/utils/text.ts", "/** x */", /folder/],
    ["components/inbox/chat-helpers.ts", "", /what the file is/],
    ["components/inbox/ChatRow.tsx", "", /kebab-case/],
    ["domain/apply.ts", "export const a = 1;", /opens without/],
    ["server/db.ts", `/** x */\n// ${"eslint-"}disable-next-line no-empty\n`, /suppression/],
    [
      "components/inbox/chat-row.tsx",
      "export function ChatRow() {}\nexport function ChatBadge() {}",
      /more than one component/,
    ],
    ["components/inbox/chat-row.tsx", `<a className="flex md:-ml-2" />`, /left or right \(-ml-2\)/],
    ["components/inbox/chat-row.tsx", `const look = "absolute right-0";`, /left or right/],
    ["components/inbox/chat-row.tsx", "<a className={`flex ${look} rounded-tl-card`} />", /left or right/],
    ["app/globals.css", ".row { padding-left: 4px; }", /left or right \(padding-left:\)/],
    ["app/globals.css", ".row { text-align: right; }", /left or right/],
    ["app/api/chats/route.ts", `export function GET() {\n${"  x();\n".repeat(30)}}`, /lines, at most 25/],
  ])("%s is refused", (path, text, offence) => {
    expect(findOffences(path, text)).toEqual([expect.stringMatching(offence)]);
  });

  test.each([
    ["app/api/auth/[...nextauth]/route.ts", "export const GET = x;"],
    ["app/(inbox)/chats/[id]/page.tsx", "export default function Page() {}"],
    ["domain/apply.test.ts", "test()"],
    ["server/db.ts", `/** One client. */\n// ${"eslint-"}disable-next-line no-empty -- says why\n`],
    [
      "components/inbox/chat-row.tsx",
      `<a className="ms-2 start-0 border-s text-start" title="A right-to-left name" />`,
    ],
    ["app/globals.css", ".desk { padding-left: env(safe-area-inset-left); inset-inline-start: 0; }"],
    ["components/inbox/chat-row.tsx", "export function ChatRow() {}\nexport const ROW_HEIGHT = 72;"],
  ])("%s passes", (path, text) => {
    expect(findOffences(path, text)).toEqual([]);
  });
});

describe("the floors", () => {
  const floors = { next: "16.3.3" };

  test.each(["16.3.2", "15.9.9", "16.3.3-canary.1"])("%s is below", (version) => {
    expect(findTooOld({ "node_modules/next": { version } }, floors)).toHaveLength(1);
  });

  test.each(["16.3.3", "16.4.5", "17.0.0", "16.10.0"])("%s is not", (version) => {
    expect(findTooOld({ "node_modules/next": { version } }, floors)).toEqual([]);
  });

  test("a copy inside another package counts, a namesake in a scope does not", () => {
    const packages = {
      "node_modules/a/node_modules/next": { version: "15.0.0" },
      "node_modules/@x/next": { version: "1.0.0" },
    };
    expect(findTooOld(packages, floors)).toHaveLength(1);
  });
});
