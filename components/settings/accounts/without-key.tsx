import { KeyRound } from "lucide-react";

/** Everything that only receives works; this says what a key would add. */
export function WithoutKey() {
  return (
    <section aria-labelledby="without-key" className="border-border bg-raised rounded-card flex gap-3 border px-4 py-3">
      <KeyRound size={20} aria-hidden className="text-muted mt-0.5 flex-none" />
      <div className="flex flex-col gap-1">
        <h2 id="without-key" className="font-medium">
          Receiving works. A key of postpress’s API would add more.
        </h2>
        <ul className="text-preview text-muted list-disc ps-4">
          <li>connecting, reconnecting and removing accounts from here</li>
          <li>the state of each account at any moment, not only when it changes</li>
          <li>the history of a chat, and what was missed while this server was down</li>
          <li>answers, attachments and pictures</li>
        </ul>
        <p className="text-preview text-muted">
          Set <code className="font-mono">POSTPRESS_API_URL</code> and{" "}
          <code className="font-mono">POSTPRESS_API_KEY</code>, and restart.
        </p>
      </div>
    </section>
  );
}
