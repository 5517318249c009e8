import { fireEvent, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import { PasswordField } from "./password-field";

const field = () => (
  <PasswordField label="Password" name="password" autoComplete="current-password" problem="It is wrong." />
);

test("caps lock is told while it is on", () => {
  render(field());
  const input = screen.getByLabelText("Password");
  fireEvent.keyDown(input, { key: "A", modifierCapsLock: true });
  expect(screen.getByRole("status")).toHaveTextContent("Caps lock is on");
  fireEvent.keyUp(input, { key: "a", modifierCapsLock: false });
  expect(screen.getByRole("status")).toBeEmptyDOMElement();
});

test("the password is hidden until it is asked for, and what is wrong is read out with it", async () => {
  render(field());
  const input = screen.getByLabelText("Password");
  expect(input).toHaveAttribute("type", "password");
  expect(input).toHaveAccessibleDescription("It is wrong.");
  await userEvent.click(screen.getByRole("button", { name: "Show password" }));
  expect(input).toHaveAttribute("type", "text");
});
