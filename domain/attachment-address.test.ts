import { expect, test } from "vitest";
import { askedAgain, downloadAddress } from "./attachment-address";

test("the first time the plain address is asked, later ones say that a person asks once more", () => {
  expect([0, 1, 2].map((times) => askedAgain("/api/attachments/1", times))).toEqual([
    "/api/attachments/1",
    "/api/attachments/1?again=1",
    "/api/attachments/1?again=2",
  ]);
  expect(askedAgain(downloadAddress("/api/attachments/1"), 1)).toBe("/api/attachments/1?download=1&again=1");
});
