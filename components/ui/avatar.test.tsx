import { fireEvent, render } from "@testing-library/react";
import { expect, test } from "vitest";
import { Avatar } from "./avatar";

const pictureUrl = "/api/attendees/ana/picture";

function renderAvatar(url: string | null = pictureUrl) {
  const { container } = render(<Avatar name="Ana Ribeiro" pictureUrl={url} sizePx={40} />);
  return { container, picture: container.querySelector("img") };
}

test("without a picture the initials stand", () => {
  const { container, picture } = renderAvatar(null);
  expect(container).toHaveTextContent("AR");
  expect(picture).toBeNull();
});

test("the picture is unseen until it has come, and takes no room of its own", () => {
  const { container, picture } = renderAvatar();
  expect(container).toHaveTextContent("AR");
  expect(picture).toHaveClass("opacity-0", "absolute");
  fireEvent.load(picture!);
  expect(picture).not.toHaveClass("opacity-0");
});

test("a picture that cannot be had leaves the initials and nothing broken", () => {
  const { container, picture } = renderAvatar();
  fireEvent.error(picture!);
  expect(container).toHaveTextContent("AR");
  expect(container.querySelector("img")).toBeNull();
});

test("nothing of it is said to a screen reader: the name stands beside it", () => {
  const { container, picture } = renderAvatar();
  expect(picture).toHaveAttribute("alt", "");
  expect(container.firstElementChild).toHaveAttribute("aria-hidden", "true");
});
