/** Deliveries that are wrong as a whole: too big, too deep, cut, encoded in odd ways, or no objects at all. */
import { savedEvent, savedEvents, savedForm } from "./events.mjs";
import { incompressible } from "./odd-values.mjs";

/** the door's limit */
export const mostBytes = 1024 * 1024;

/** Each family gives `{ name, body, contentType }`; a body is bytes, text, or what is written as JSON. */
export const bodyFamilies = [
  ["size", sizes],
  ["depth", depths],
  ["bytes", rawBytes],
  ["not an object", notObjects],
  ["encoding", encodings],
  ["cut", truncations],
];

function* sizes() {
  const payload = savedEvent("message_received");
  const overhead = Buffer.byteLength(JSON.stringify({ ...payload, message_id: "size", message: "" }));
  for (const size of [2000, 65_536, mostBytes - 1, mostBytes, mostBytes + 1]) {
    yield { name: `${size} bytes`, body: { ...payload, message_id: "size", message: "m".repeat(size - overhead) } };
  }
  const words = Array.from({ length: 120_000 }, (_, place) => place.toString(36)).join(" ");
  yield { name: "a text of distinct words", body: { ...payload, message_id: "words", message: words } };
  const person = payload.attendees[0];
  const people = Array.from({ length: 6000 }, (_, place) => ({
    ...person,
    attendee_id: `p${place}`,
    attendee_profile_url: "",
  }));
  yield { name: "6,000 attendees", body: { ...payload, message_id: "crowd", attendees: people } };
  yield {
    name: "9,000 attachments",
    body: { ...payload, message_id: "files", attachments: Array.from({ length: 9000 }, (_, id) => ({ id })) },
  };
  for (const length of [512, 513, 2704, 100_000]) {
    yield {
      name: `ids of ${length}`,
      body: { ...payload, chat_id: incompressible(length, 1), message_id: incompressible(length, 2) },
    };
  }
  yield {
    name: "100,000 keys",
    body: Object.fromEntries(Array.from({ length: 100_000 }, (_, place) => [`k${place}`, 0])),
  };
}

function* depths() {
  const start = JSON.stringify(savedEvent("message_received")).slice(0, -1);
  for (const depth of [10, 62, 63, 64, 65, 66, 1000, 10_000, 400_000]) {
    yield { name: `${depth} lists`, body: `${start},"deep":${"[".repeat(depth)}${"]".repeat(depth)}}` };
    yield { name: `${depth} lists, never closed`, body: `${start},"deep":${"[".repeat(depth)}` };
  }
  for (const depth of [64, 65, 1000, 100_000]) {
    yield { name: `${depth} objects`, body: `${start},"deep":${'{"a":'.repeat(depth)}1${"}".repeat(depth)}}` };
  }
  yield { name: "only lists", body: `${"[".repeat(400_000)}${"]".repeat(400_000)}` };
}

function* rawBytes() {
  const text = JSON.stringify(savedEvent("message_received"));
  const middle = text.indexOf("blue tandem");
  const inside = (bytes) =>
    Buffer.concat([Buffer.from(text.slice(0, middle)), Buffer.from(bytes), Buffer.from(text.slice(middle))]);
  const odd = {
    nul: [0],
    "half a character": [0xe2, 0x82],
    overlong: [0xc0, 0xaf],
    surrogate: [0xed, 0xa0, 0x80],
    "beyond Unicode": [0xf4, 0x90, 0x80, 0x80],
    continuation: [0x80],
    ff: [0xff],
  };
  for (const [name, bytes] of Object.entries(odd)) yield { name, body: inside(bytes) };
  yield { name: "byte order mark", body: Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(text)]) };
  yield { name: "UTF-16", body: Buffer.from(text, "utf16le") };
  yield { name: "UTF-16 with its mark", body: Buffer.from(`\ufeff${text}`, "utf16le") };
  yield { name: "Latin-1", body: Buffer.from(text.replace("blue", "grün"), "latin1") };
  yield { name: "only zeros", body: Buffer.alloc(4096) };
  yield { name: "blanks around", body: ` \r\n\t${text}\n\n ` };
}

function* notObjects() {
  const text = JSON.stringify(savedEvent("message_received"));
  const bodies = [
    "",
    " ",
    "null",
    "true",
    "0",
    '"text"',
    "[]",
    "[{}]",
    `[${text}]`,
    "undefined",
    "NaN",
    "{",
    "}",
    "{]",
    "{'event':1}",
    "{event:1}",
  ];
  const others = [
    `${text},`,
    `${text}${text}`,
    `${text}\n${text}`,
    text.replace("}", ",}"),
    `/* */${text}`,
    `)]}',\n${text}`,
    `<xml>${"x".repeat(50)}</xml>`,
  ];
  for (const [place, body] of [...bodies, ...others].entries()) yield { name: String(place), body };
  yield { name: "an object of nothing", body: "{}" };
}

function* encodings() {
  const text = JSON.stringify(savedEvent("message_received"));
  const form = "application/x-www-form-urlencoded";
  const odd = [
    "",
    "text/plain",
    "application/octet-stream",
    "multipart/form-data; boundary=x",
    "application/json; charset=utf-16",
    "nonsense",
    "a".repeat(2000),
  ];
  for (const contentType of [form, ...odd])
    yield { name: `JSON as ${contentType.slice(0, 40)}`, body: text, contentType };
  const bodies = [
    savedForm,
    encodeURIComponent(text),
    `${encodeURIComponent(text)}=`,
    "event=message_received",
    "event=&event=",
    "AccountStatus[account_id]=x",
    "a[b][c][d]=1&event=x",
  ];
  const broken = [
    "event=%",
    "event=%zz&a=%e0%a4",
    `event=x${"[a]".repeat(2000)}=1`,
    "event[__proto__][x]=1&event=x",
    "__proto__[event]=x",
    "&&&&=&=",
    "event=message_received&attachments[999999999][id]=1",
  ];
  for (const [place, body] of [...bodies, ...broken].entries())
    yield { name: `form ${place}`, body, contentType: form };
}

function* truncations() {
  for (const { name, payload } of savedEvents) {
    const bytes = Buffer.from(JSON.stringify(payload), "utf8");
    for (let part = 1; part < 10; part += 1) {
      yield { name: `${name} at ${part} tenths`, body: bytes.subarray(0, Math.floor((bytes.length * part) / 10)) };
    }
    yield { name: `${name} but its last byte`, body: bytes.subarray(0, -1) };
  }
  const linked = JSON.stringify({
    ...savedEvent("message_received"),
    message: "see https://example.org/?a=1&event=message_received&b=2",
  });
  yield { name: "with a link that looks like a form", body: linked.slice(0, linked.indexOf("&b=2") + 4) };
}
