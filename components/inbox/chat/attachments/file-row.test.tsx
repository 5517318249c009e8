import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { providerOf } from "@/domain/providers";
import { attachmentOf } from "@/domain/wire-examples";
import { FileRow } from "./file-row";

const saved: string[] = [];
const asked: string[] = [];
let answers: Response[] = [];

beforeEach(() => {
  saved.length = 0;
  asked.length = 0;
  vi.stubGlobal("fetch", (url: string) => {
    asked.push(url);
    return Promise.resolve(answers.shift() ?? new Response("bytes"));
  });
  vi.spyOn(HTMLAnchorElement.prototype, "click").mockImplementation(function (this: HTMLAnchorElement) {
    saved.push(this.download);
  });
  URL.createObjectURL = () => "blob:file";
  URL.revokeObjectURL = () => undefined;
});

afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

const file = attachmentOf({
  kind: "file",
  name: "price\u202efdp.list-for-the-summer.pdf",
  mimetype: "application/pdf",
});
const renderRow = () => render(<FileRow attachment={file} provider={providerOf("TELEGRAM")} />);

test("a file says its name as it is, its kind and its size, and a click saves it under the server's name", async () => {
  answers = [new Response("bytes", { headers: { "content-disposition": "attachment; filename*=UTF-8''price.pdf" } })];
  renderRow();
  const link = screen.getByRole("link", { name: "Download File, pricefdp.list-for-the-summer.pdf, 48 kB" });
  expect(link).toHaveTextContent("mer.pdf");
  await userEvent.click(link);
  await vi.waitFor(() => expect(saved).toEqual(["price.pdf"]));
  expect(asked).toEqual(["/api/attachments/attachment-1?download=1"]);
});

test("a refusal is told in the page, nothing is saved, and Try again asks again", async () => {
  answers = [
    new Response(JSON.stringify({ title: "Telegram is disconnected" }), {
      status: 502,
      headers: { "content-type": "application/problem+json" },
    }),
  ];
  renderRow();
  await userEvent.click(screen.getByRole("link", { name: /^Download/ }));
  expect(await screen.findByText("Telegram is disconnected.")).toBeVisible();
  expect(saved).toEqual([]);
  await userEvent.click(screen.getByRole("button", { name: /^Try again/ }));
  await vi.waitFor(() => expect(saved).toEqual(["pricefdp.list-for-the-summer.pdf"]));
  expect(screen.queryByText("Telegram is disconnected.")).not.toBeInTheDocument();
});
