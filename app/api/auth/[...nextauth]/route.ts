import { answerAuth } from "@/server/auth";
import { answer } from "@/server/http";

export const GET = (request: Request) => answer(request, () => answerAuth(request));
export const POST = (request: Request) => answer(request, () => answerAuth(request));
