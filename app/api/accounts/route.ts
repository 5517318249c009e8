import { json, withUser } from "@/server/http";
import { listAccounts } from "@/server/inbox/accounts";

export const GET = withUser(async ({ request }) => json(await listAccounts(), request));
