import { expect, test } from "vitest";
import { galleryOf, partsOf, tilesOf } from "./gallery";
import { attachmentOf, messageOf } from "./wire-examples";

const photo = attachmentOf({ id: "photo" });
const second = attachmentOf({ id: "second" });
const video = attachmentOf({ id: "video", kind: "video" });
const gif = attachmentOf({ id: "gif", isGif: true });
const sticker = attachmentOf({ id: "sticker", isSticker: true });
const gone = attachmentOf({ id: "gone", isUnavailable: true });
const file = attachmentOf({ id: "file", kind: "file" });

test("pictures and videos stand together, everything else for itself and in its order", () => {
  expect(partsOf([file, photo, gif, video, gone, sticker, second])).toEqual({
    album: [photo, video, second],
    others: [file, gif, gone, sticker],
  });
});

test("a single picture is an album of one, a single video plays where it is", () => {
  expect(partsOf([photo])).toEqual({ album: [photo], others: [] });
  expect(partsOf([video])).toEqual({ album: [], others: [video] });
});

test("an album has four tiles, and the last says how many more there are", () => {
  const five = ["1", "2", "3", "4", "5"].map((id) => attachmentOf({ id }));
  expect(tilesOf(five.slice(0, 4))).toEqual({ tiles: five.slice(0, 4), more: 0 });
  expect(tilesOf(five)).toEqual({ tiles: five.slice(0, 4), more: 1 });
});

test("one pages through everything that can be looked at, through all messages", () => {
  const first = messageOf({ id: "first", attachments: [photo, file, gif] });
  const last = messageOf({ id: "last", attachments: [sticker, gone, video] });
  expect(galleryOf([first, messageOf({ id: "text" }), last])).toEqual([
    { attachment: photo, message: first },
    { attachment: gif, message: first },
    { attachment: video, message: last },
  ]);
});
