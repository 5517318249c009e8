import { act, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Attachment } from "@/domain/inbox";
import { providerOf } from "@/domain/providers";
import { attachmentOf } from "@/domain/wire-examples";
import { failSound } from "./sound";
import { SoundPlayer } from "./sound-player";
import { ProblemError } from "@/components/ui/problem-error";

const voice = (id: string): Attachment =>
  attachmentOf({
    id,
    kind: "audio",
    isVoiceNote: true,
    name: null,
    mimetype: "audio/ogg",
    durationSeconds: 17,
    sizeBytes: 16_000,
    url: `/api/attachments/${id}`,
  });

beforeEach(() => {
  vi.spyOn(HTMLMediaElement.prototype, "play").mockImplementation(() => Promise.resolve());
  vi.spyOn(HTMLMediaElement.prototype, "pause").mockImplementation(() => undefined);
});

afterEach(() => {
  vi.restoreAllMocks();
  window.localStorage.clear();
});

const renderPlayer = (attachment: Attachment) =>
  render(<SoundPlayer attachment={attachment} provider={providerOf("WHATSAPP")} />);

test("a voice note says what it is, how long, and where it stands", () => {
  renderPlayer(voice("first"));
  expect(screen.getByRole("group", { name: "Voice message, 0:17, 16 kB" })).toHaveTextContent("0:00 / 0:17");
  expect(screen.getByRole("button", { name: "Play Voice message, 0:17, 16 kB" })).toBeVisible();
  expect(screen.getByRole("slider", { name: "Position in Voice message" })).toHaveAttribute(
    "aria-valuetext",
    "0:00 of 0:17",
  );
  expect(screen.queryByRole("link")).not.toBeInTheDocument();
});

test("keys on the waveform move through it, also before it plays", async () => {
  renderPlayer(voice("sought"));
  const slider = screen.getByRole("slider");
  slider.focus();
  await userEvent.keyboard("{ArrowRight}{ArrowRight}{ArrowRight}{ArrowLeft}");
  expect(slider).toHaveAttribute("aria-valuetext", "0:02 of 0:17");
  await userEvent.keyboard("{End}");
  expect(slider).toHaveAttribute("aria-valuetext", "0:17 of 0:17");
});

test("the speed goes round, for every sound, and is remembered", async () => {
  renderPlayer(voice("one"));
  renderPlayer(voice("two"));
  const [first, second] = screen.getAllByRole("button", { name: /^Speed/ });
  await userEvent.click(first!);
  expect([first, second].map((button) => button?.textContent)).toEqual(["1.5×", "1.5×"]);
  await userEvent.click(second!);
  expect(first).toHaveAccessibleName("Speed 2×");
  expect(window.localStorage.getItem("sound-speed")).toBe("2");
  await userEvent.click(first!);
  expect(first).toHaveAccessibleName("Speed 1×");
});

test("a second one takes over from the first", async () => {
  renderPlayer(voice("before"));
  renderPlayer(voice("after"));
  const [first, second] = screen.getAllByRole("button", { name: /^Play/ });
  await userEvent.click(first!);
  expect(first).toHaveAccessibleName(/^Pause/);
  await userEvent.click(second!);
  expect(first).toHaveAccessibleName(/^Play/);
  expect(second).toHaveAccessibleName(/^Pause/);
});

test("one whose bytes cannot be had says why, and can be tried again", async () => {
  renderPlayer(voice("refused"));
  act(() => {
    failSound("/api/attachments/refused", new ProblemError(502, "WhatsApp is disconnected"));
  });
  expect(screen.getByText("WhatsApp is disconnected.")).toBeVisible();
  await userEvent.click(screen.getByRole("button", { name: /^Try again/ }));
  expect(screen.getByRole("button", { name: /^Play/ })).toBeVisible();
});

test("an audio file has its name, and can be saved", () => {
  renderPlayer(attachmentOf({ kind: "audio", name: "bell.mp3", durationSeconds: 3 }));
  expect(screen.getByRole("group", { name: "Audio, bell.mp3, 0:03, 48 kB" })).toHaveTextContent("bell.mp3");
  expect(screen.getByRole("link", { name: "Download bell.mp3" })).toBeVisible();
});
