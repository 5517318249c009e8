/** Well-formed deliveries in which a field is wrong: its type, its text, its date, its number, its name. */
import { savedEvent, savedEvents } from "./events.mjs";
import { oddDates, oddKeys, oddNumbers, oddTexts, oddValues } from "./odd-values.mjs";

/** Each family gives `{ name, body, contentType }`; a body is bytes, text, or what is written as JSON. */
export const fieldFamilies = [
  ["type", types],
  ["text", texts],
  ["date", () => withField("timestamp", oddDates)],
  ["number", numbers],
  ["key", keys],
  ["attachments", attachments],
  ["account status", accountStatuses],
  ["event", eventNames],
];

function* withField(field, values, name = "message_received") {
  for (const [place, value] of values.entries()) {
    const payload = { ...savedEvent(name), message_id: `odd-${field}-${place}`, [field]: value };
    yield { name: `${field} of ${name} is odd value ${place}`, body: payload };
  }
}

function* types() {
  for (const { name, payload } of savedEvents) {
    const values = name === "message_received" ? oddValues : oddValues.filter((_, place) => place % 4 === 0);
    for (const field of Object.keys(payload)) yield* withField(field, values, name);
    for (const field of Object.keys(payload)) {
      const { [field]: _left, ...rest } = payload;
      yield { name: `${name} without ${field}`, body: rest };
    }
  }
  for (const value of oddValues) {
    const payload = savedEvent("message_received");
    yield {
      name: "odd attendee",
      body: { ...payload, sender: { attendee_id: value, attendee_name: value }, attendees: [value] },
    };
  }
}

function* texts() {
  yield* withField("message", oddTexts);
  yield* withField("reaction", oddTexts, "message_reaction");
  // Lone surrogates, which JSON.stringify writes as escapes.
  for (const field of ["message", "chat_id", "message_id", "account_id", "account_type", "subject"]) {
    yield* withField(field, ["\ud800", "a\udc00b", "\udbff\udbff", "ok \ud83d"]);
  }
}

function* numbers() {
  for (const field of ["message_id", "chat_id", "is_sender", "event_type", "timestamp"])
    yield* withField(field, oddNumbers);
  const text = JSON.stringify({ ...savedEvent("message_received"), message_id: "NUMBER" });
  for (const number of ["1e400", "-1e400", "9007199254740993", "0.1e-400", "1".repeat(5000), "-0.0"]) {
    yield { name: `the number ${number.slice(0, 20)}`, body: text.replace('"NUMBER"', number) };
  }
}

function* keys() {
  const text = JSON.stringify(savedEvent("message_received"));
  for (const key of oddKeys) {
    yield { name: `${key} on top`, body: `{"${key}":{"event":"message_deleted","isAdmin":true},${text.slice(1)}` };
    yield { name: `${key} in the sender`, body: text.replace('"sender":{', `"sender":{"${key}":{"attendee_id":"x"},`) };
    yield* withField("event", [key]);
    yield* withField("account_type", [key]);
    yield* withField("account_id", [key]);
  }
  yield { name: "a key twice", body: `{"message_id":"first",${text.slice(1)}` };
  yield { name: "an empty key", body: `{"":1,${text.slice(1)}` };
}

function* attachments() {
  const first = savedEvent("sample").attachments[0];
  const second = savedEvent("message_received").attachments[0];
  const lists = [
    first,
    [first, second],
    [{ ...first, ...second }],
    [first, first],
    [null, first],
    [[first]],
    ["x"],
    { 0: first },
    "x",
    [{}],
    [{}, {}],
  ];
  yield* withField("attachments", lists);
  for (const key of Object.keys({ ...first, ...second })) {
    yield* withField(
      "attachments",
      oddValues.map((value) => [{ ...first, ...second, [key]: value }]),
    );
  }
}

function* accountStatuses() {
  const status = savedEvent("account_status").AccountStatus;
  for (const [place, value] of oddValues.entries()) {
    yield { name: `message ${place}`, body: { AccountStatus: { ...status, message: value } } };
    yield { name: `whole ${place}`, body: { AccountStatus: value } };
  }
  yield { name: "beside an event", body: { ...savedEvent("message_received"), AccountStatus: status } };
}

function* eventNames() {
  const names = [
    "message_receive",
    "MESSAGE_RECEIVED",
    " message_received ",
    "message.received",
    "mail_received",
    "new_relation",
    ...oddKeys,
  ];
  yield* withField("event", names);
}
