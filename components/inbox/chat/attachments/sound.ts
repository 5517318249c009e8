"use client";

/**
 * Everything one can listen to on the page plays through one element that is not in it: so one sound plays at a time, and it goes on
 * while its message scrolls away. Sounds are known by their address.
 */
import { useSyncExternalStore } from "react";
import { findProblem } from "@/components/ui/fetch-file";
import type { ProblemError } from "@/components/ui/problem-error";
import { askedAgain } from "@/domain/attachment-address";
import { speedOf, type Speed } from "@/domain/playback";

export type Sound = {
  state: "idle" | "loading" | "playing" | "paused" | "failed";
  seconds: number;
  /** null until the browser has read it */
  durationSeconds: number | null;
  /** somebody wants to hear it; false where only its bars were read */
  isWanted: boolean;
  /** how often a person asked once more after a failure */
  timesAgain: number;
  /** why it failed, once that was read */
  problem: ProblemError | null;
  /** its bytes come, but this browser cannot play them */
  isUnreadable: boolean;
};

const unharmed = { problem: null, isUnreadable: false } as const;
const untouched: Sound = {
  state: "idle",
  seconds: 0,
  durationSeconds: null,
  isWanted: false,
  timesAgain: 0,
  ...unharmed,
};
const sounds = new Map<string, Sound>();
const changed = new EventTarget();
const speedKey = "sound-speed";

let player: HTMLAudioElement | null = null;
let current: string | null = null;

const soundOf = (url: string): Sound => sounds.get(url) ?? untouched;

const isOn = ({ state }: Sound) => state === "playing" || state === "loading";

function tell(url: string, next: Partial<Sound>): void {
  sounds.set(url, { ...soundOf(url), ...next });
  changed.dispatchEvent(new Event("change"));
}

function stateOf({ paused, ended, readyState }: HTMLAudioElement): Sound["state"] {
  if (ended) return "idle";
  if (paused) return "paused";
  return readyState >= HTMLMediaElement.HAVE_FUTURE_DATA ? "playing" : "loading";
}

function askWhy(url: string): void {
  if (soundOf(url).state === "failed") return;
  tell(url, { state: "failed", ...unharmed });
  void findProblem(url).then((problem) => {
    if (soundOf(url).state === "failed") tell(url, { problem, isUnreadable: problem === null });
  });
}

/** Events may be about the sound before this one, so what counts is the element as it is now. */
function report(): void {
  if (player === null || current === null) return;
  const url = current;
  const { ended, currentTime, duration, error } = player;
  if (error !== null) {
    askWhy(url);
    return;
  }
  const known = Number.isFinite(duration) ? { durationSeconds: duration } : {};
  tell(url, { state: stateOf(player), seconds: ended ? 0 : currentTime, ...known });
}

const events = ["play", "playing", "pause", "waiting", "timeupdate", "durationchange", "ended", "error"] as const;

function element(): HTMLAudioElement {
  if (player === null) {
    player = new Audio();
    for (const name of events) player.addEventListener(name, report);
  }
  return player;
}

/** Whatever else can be heard on the page falls silent. */
export function hushOthers(playing: HTMLMediaElement): void {
  if (player !== null && player !== playing) player.pause();
  for (const video of document.querySelectorAll("video")) if (video !== playing && !video.muted) video.pause();
}

export function playSound(url: string): void {
  const audio = element();
  hushOthers(audio);
  if (current !== url || audio.error !== null) {
    if (current !== null && isOn(soundOf(current))) tell(current, { state: "paused" });
    current = url;
    audio.src = askedAgain(url, soundOf(url).timesAgain);
    audio.currentTime = soundOf(url).seconds;
  }
  audio.defaultPlaybackRate = readSpeed();
  audio.playbackRate = readSpeed();
  tell(url, { state: "loading", isWanted: true, ...unharmed });
  // what stops it from playing is reported by its events
  audio.play().catch(report);
}

export function pauseSound(): void {
  player?.pause();
}

/** One that does not play starts from there when it does. */
export function seekSound(url: string, seconds: number): void {
  if (player !== null && current === url) player.currentTime = seconds;
  tell(url, { seconds });
}

/** Found out without playing: its bytes cannot be had. */
export function failSound(url: string, problem: ProblemError): void {
  tell(url, { state: "failed", problem });
}

/** Plays it if that was what failed. */
export function retrySound(url: string): void {
  const { isWanted, timesAgain } = soundOf(url);
  tell(url, { state: "idle", timesAgain: timesAgain + 1, ...unharmed });
  if (isWanted) playSound(url);
}

const readSpeed = (): Speed => speedOf(window.localStorage.getItem(speedKey));

/** For this sound and every later one. */
export function setSpeed(speed: Speed): void {
  window.localStorage.setItem(speedKey, String(speed));
  if (player !== null) player.playbackRate = speed;
  changed.dispatchEvent(new Event("change"));
}

function subscribe(onChange: () => void): () => void {
  changed.addEventListener("change", onChange);
  return () => {
    changed.removeEventListener("change", onChange);
  };
}

export function useSound(url: string): Sound {
  return useSyncExternalStore(
    subscribe,
    () => soundOf(url),
    () => untouched,
  );
}

export function useSpeed(): Speed {
  return useSyncExternalStore<Speed>(subscribe, readSpeed, () => 1);
}
