import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeAll, expect, test, vi } from "vitest";
import { MessageText } from "./message-text";

const scrolled = vi.fn();
beforeAll(() => {
  Element.prototype.scrollIntoView = scrolled;
});

const renderText = (text: string) => render(<MessageText text={text} isFaded={false} end="08:15" />).container;

test("an address is a link that hands nothing over, and everything else is text", () => {
  renderText("See https://example.org/a, javascript:alert(1) and <b>this</b>");
  const link = screen.getByRole("link", { name: "https://example.org/a" });
  expect(link).toHaveAttribute("href", "https://example.org/a");
  expect(link).toHaveAttribute("rel", "noopener noreferrer nofollow");
  expect(screen.getAllByRole("link")).toHaveLength(1);
  expect(screen.getByText(/<b>this<\/b>/)).toBeInTheDocument();
});

test("a host that pretends to be another shows how it travels, and leads where it says", () => {
  renderText("https://аррle.example/login");
  const link = screen.getByRole("link", { name: "https://xn--le-6kc8da.example/login" });
  expect(link).toHaveAttribute("href", "https://xn--le-6kc8da.example/login");
});

test("line breaks stay, and the direction follows the text", () => {
  const paragraph = renderText("one\ntwo").querySelector("p");
  expect(paragraph).toHaveAttribute("dir", "auto");
  expect(paragraph).toHaveClass("whitespace-pre-wrap");
  expect(paragraph?.textContent).toBe("one\ntwo08:15");
});

test("a very long text shows its beginning, all of it when asked, and its beginning again", async () => {
  const text = "word ".repeat(20_000);
  const box = renderText(text);
  const more = screen.getByRole("button", { name: "Show more", expanded: false });
  expect(box.textContent.length).toBeLessThan(900);
  await userEvent.click(more);
  expect(box.textContent).toContain(text);
  expect(scrolled).not.toHaveBeenCalled();
  await userEvent.click(screen.getByRole("button", { name: "Show less", expanded: true }));
  expect(box.textContent.length).toBeLessThan(900);
  expect(scrolled).toHaveBeenCalledOnce();
});

test("a text of ordinary length has nothing to open", () => {
  renderText("Is the blue tandem still for rent?");
  expect(screen.queryByRole("button")).not.toBeInTheDocument();
});
