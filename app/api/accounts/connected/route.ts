import { takeSignIn } from "@/server/accounts/links";
import { answer, json } from "@/server/http";

/** Where postpress tells that somebody has signed in: no page of ours, so what protects it is the one-time name. */
export const POST = (request: Request) => answer(request, async () => json(await takeSignIn(request), request));
