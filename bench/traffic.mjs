/**
 * Traffic as the figures of docs/performance.md name it: all six events, about 0.8 kB each, 12 accounts, chats with a Zipf spread, 2 %
 * repeats, 3 % late. The same seed gives the same traffic.
 */

const providers = ["LINKEDIN", "WHATSAPP", "INSTAGRAM", "MESSENGER", "TELEGRAM", "TWITTER"];
const filler = "Could we have the two blue tandems on Saturday at ten, and would a child seat fit on the second one? ";

/** Numbers in [0, 1) from a seed (mulberry32). */
export function randomFrom(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** A rank in [0, size): rank r comes up in proportion to 1 / (r + 1), by inversion of the integral. */
function zipf(random, size) {
  return Math.min(size - 1, Math.floor(Math.exp(random() * Math.log(size + 1)) - 1));
}

/** `next()` gives `{ body, isRepeat, kind }`; `sent` counts what the tables must hold afterwards. */
export function makeTraffic({ seed = 1, chats = 10_000, prefix = "" } = {}) {
  const random = randomFrom(seed);
  const recent = [];
  const sent = { deliveries: 0, repeats: 0, messages: 0 };
  let counter = 0;

  function next() {
    if (recent.length > 50 && random() < 0.02) {
      sent.repeats += 1;
      return { body: recent[Math.floor(random() * recent.length)].body, isRepeat: true };
    }
    const event = makeEvent();
    sent.deliveries += 1;
    recent.push(event);
    if (recent.length > 500) recent.shift();
    return { ...event, isRepeat: false };
  }

  function makeEvent() {
    const dice = random();
    const known = recent.length > 20 && dice > 0.6 ? recent[Math.floor(random() * recent.length)] : null;
    const kind = known === null ? "message_received" : kindOf(dice);
    const chat = known?.chat ?? zipf(random, chats);
    const message = known?.message ?? (counter += 1);
    const lateMs = random() < 0.03 ? random() * 3_600_000 : 0;
    if (known === null) sent.messages += 1;
    return { kind, chat, message, body: Buffer.from(JSON.stringify(payload({ kind, chat, message, prefix, lateMs }))) };
  }

  return { next, sent };
}

/** A delivery as the vendor writes it. */
function payload({ kind, chat, message, prefix, lateMs }) {
  const account = chat % 12;
  const isOurs = message % 3 === 0;
  const person = {
    attendee_id: `${prefix}person-${chat}`,
    attendee_name: `Person ${chat}`,
    attendee_provider_id: `p${chat}@lid`,
    attendee_profile_url: "",
  };
  const self = {
    attendee_id: `${prefix}self-${account}`,
    attendee_name: `Desk ${account}`,
    attendee_provider_id: `self-${account}@lid`,
    attendee_profile_url: "",
  };
  const base = {
    event: kind,
    webhook_name: "Postroom messages",
    account_id: `${prefix}account-${account}`,
    account_type: providers[account % 6],
    account_info: { type: providers[account % 6], feature: "classic", user_id: `self-${account}@lid` },
    timestamp: new Date(Date.now() - lateMs).toISOString(),
    chat_id: `${prefix}chat-${chat}`,
    message_id: `${prefix}message-${message}`,
    message: `${filler.slice(0, 20 + (message % 80))}${message}${kind === "message_edited" ? ", edited" : ""}`,
    is_sender: isOurs ? 1 : 0,
    is_group: 0,
    sender: isOurs ? self : person,
    attendees: [person],
    attachments: [],
  };
  return kind === "message_reaction" ? { ...base, reaction: "👍", reaction_sender: person } : base;
}

function kindOf(dice) {
  if (dice > 0.97) return "message_deleted";
  if (dice > 0.93) return "message_edited";
  if (dice > 0.86) return "message_reaction";
  if (dice > 0.73) return "message_read";
  return "message_delivered";
}
