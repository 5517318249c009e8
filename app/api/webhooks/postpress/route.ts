import { answerRequest } from "@/server/ingest/door";

export const dynamic = "force-dynamic";

// Every method by name: Next would answer the ones left out itself, and without `Allow`.
export {
  answerRequest as GET,
  answerRequest as HEAD,
  answerRequest as POST,
  answerRequest as PUT,
  answerRequest as PATCH,
  answerRequest as DELETE,
  answerRequest as OPTIONS,
};
