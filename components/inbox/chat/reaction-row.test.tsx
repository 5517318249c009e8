import { render, screen, within } from "@testing-library/react";
import { beforeAll, expect, test, vi } from "vitest";
import type { Reaction } from "@/domain/inbox";
import { ReactionRow } from "./reaction-row";

beforeAll(() => {
  vi.stubGlobal("CSS", { escape: (text: string) => text }); // the simulated browser has none
});

const by = (emoji: string, name: string, isSelf = false): Reaction => ({ emoji, attendee: { id: name, name }, isSelf });
const pills = () => within(screen.getByRole("list", { name: "Reactions" })).getAllByRole("button");

test("one pill an emoji, with how many and who, and ours marked by more than its colour", () => {
  render(
    <ReactionRow reactions={[by("👍", "Ana Ribeiro"), by("🎉", "Desk", true), by("👍", "Ben"), by("👍", "Chiara")]} />,
  );
  const [thumbs, ours] = pills();
  expect(thumbs).toHaveTextContent(/^👍3$/);
  expect(thumbs).toHaveAccessibleDescription("Ana Ribeiro, Ben and Chiara reacted 👍");
  expect(thumbs?.querySelector("svg")).toBeNull();
  expect(ours).toHaveTextContent(/^🎉You$/);
  expect(ours?.querySelector("svg")).not.toBeNull();
});

test("everybody is listed with their emoji, we first", () => {
  render(<ReactionRow reactions={[by("👍", "Ana Ribeiro"), by("🎉", "Desk", true)]} />);
  const people = within(screen.getByRole("dialog", { hidden: true })).getAllByRole("listitem", {
    hidden: true,
  });
  expect(people.map((one) => one.textContent)).toEqual(["🎉You", "👍Ana Ribeiro"]);
});

test("a crowd is counted, not listed to the end", () => {
  render(<ReactionRow reactions={Array.from({ length: 140 }, (_, place) => by("👍", `Somebody ${String(place)}`))} />);
  expect(pills()[0]).toHaveTextContent(/^👍140$/);
  expect(screen.getByText("and 40 more")).toBeInTheDocument();
});

test("no reaction, no row", () => {
  expect(render(<ReactionRow reactions={[]} />).container).toBeEmptyDOMElement();
});
