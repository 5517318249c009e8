"use client";

import { Eye, EyeOff } from "lucide-react";
import { useState, type ReactNode } from "react";
import { CopyField } from "@/components/ui/copy-field";
import { IconButton } from "@/components/ui/icon-button";
import { messageEvents } from "@/domain/webhook-check";

/** What `GET /api/webhook` answers, for admins alone. */
export type Webhook = { url: string; headerName: string; secret: string; lastDeliveryAt: string | null };

const hidden = "•".repeat(24);

function Line({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="grid items-start gap-1.5 sm:grid-cols-[140px_minmax(0,1fr)] sm:gap-4">
      <dt className="text-preview text-muted sm:pt-2">{name}</dt>
      <dd className="min-w-0">{children}</dd>
    </div>
  );
}

/** What goes into postpress, value by value. The secret stays hidden until it is asked for. */
export function WebhookValues({ webhook }: { webhook: Webhook }) {
  const [isShown, setIsShown] = useState(false);
  const Icon = isShown ? EyeOff : Eye;
  return (
    <section className="flex flex-col gap-4" aria-labelledby="webhook-values">
      <div>
        <h2 id="webhook-values" className="text-name font-semibold">
          Create a webhook in postpress
        </h2>
        <p className="text-preview text-muted mt-1">
          Use these values, with source “messaging”. The secret proves that a request comes from your postpress.
        </p>
      </div>
      <dl className="flex flex-col gap-4">
        <Line name="URL">
          <CopyField label="URL" value={webhook.url} />
        </Line>
        <Line name="Header name">
          <CopyField label="header name" value={webhook.headerName} />
        </Line>
        <Line name="Secret">
          <span className="flex items-center gap-1">
            <span className="min-w-0 flex-1">
              <CopyField label="secret" value={webhook.secret} shown={isShown ? webhook.secret : hidden} />
            </span>
            <IconButton
              name={isShown ? "Hide secret" : "Show secret"}
              aria-pressed={isShown}
              onClick={() => {
                setIsShown(!isShown);
              }}
            >
              <Icon size={16} aria-hidden />
            </IconButton>
          </span>
        </Line>
        <Line name="Events">
          <ul className="flex flex-wrap gap-1.5 sm:pt-1.5">
            {messageEvents.map((event) => (
              <li
                key={event}
                className="bg-raised border-border rounded-control text-meta border px-2 py-0.5 font-mono"
              >
                {event}
              </li>
            ))}
          </ul>
          <p className="text-meta text-muted mt-2">Only the first is on by default: ask for all six.</p>
        </Line>
        <Line name="Account status">
          <p className="text-preview text-muted sm:pt-2">
            A second webhook to the same URL, with source “account_status”, shows when an account needs to be
            reconnected.
          </p>
        </Line>
      </dl>
    </section>
  );
}
