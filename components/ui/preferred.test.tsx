import { act, renderHook, waitFor } from "@testing-library/react";
import type { ReactNode } from "react";
import { afterEach, expect, test, vi } from "vitest";
import { defaultPreferences } from "@/domain/preferences";
import { Preferred, usePreferences } from "./preferred";

const sent: unknown[] = [];

function answerWith(status: number): void {
  sent.length = 0;
  vi.stubGlobal("fetch", (url: string, init: RequestInit) => {
    sent.push([init.method, url, JSON.parse(init.body as string)]);
    return Promise.resolve(new Response("{}", { status }));
  });
}

const below = ({ children }: { children: ReactNode }) => <Preferred start={defaultPreferences}>{children}</Preferred>;

afterEach(() => {
  vi.unstubAllGlobals();
});

test("a change shows at once, and only what changed is sent", async () => {
  answerWith(200);
  const { result } = renderHook(usePreferences, { wrapper: below });
  await act(() => result.current.change({ density: "compact" }));
  expect(result.current.preferences).toEqual({ ...defaultPreferences, density: "compact" });
  expect(sent).toEqual([["PUT", "/api/preferences", { density: "compact" }]]);
});

test("what could not be kept goes back, and says so", async () => {
  answerWith(503);
  const { result } = renderHook(usePreferences, { wrapper: below });
  let problem: unknown;
  await act(async () => {
    await result.current.change({ hasLetterKeys: false }).catch((error: unknown) => (problem = error));
  });
  expect(problem).toMatchObject({ status: 503 });
  await waitFor(() => {
    expect(result.current.preferences).toEqual(defaultPreferences);
  });
});
