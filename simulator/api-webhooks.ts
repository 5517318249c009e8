/** Making, listing and removing webhooks: the part of the vendor's API that stands over the hooks rather than over the world. */
import { notFound } from "./api-answer";
import type { ApiOptions } from "./api";
import type { Hooks } from "./hooks";
import type { World } from "./world";

export function webhookHandlers(world: World, hooks: Hooks): ApiOptions["more"] {
  return [
    [
      "POST",
      "webhooks",
      ({ json }) => ({
        status: 201,
        json: { object: "WebhookCreated", webhook_id: hooks.create(`we_${world.random.id()}`, json).id },
      }),
    ],
    ["GET", "webhooks", () => ({ status: 200, json: { object: "WebhookList", items: hooks.list(), cursor: null } })],
    [
      "DELETE",
      "webhooks/:id",
      ({ ids }) => {
        if (!hooks.remove(ids[0] ?? "")) throw notFound("The webhook");
        return { status: 200, json: { object: "WebhookDeleted" } };
      },
    ],
  ];
}
