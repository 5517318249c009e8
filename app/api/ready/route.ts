import { withAnyone } from "@/server/http";
import { answerReadiness } from "@/server/readiness-answer";

export const GET = withAnyone(answerReadiness);
