import { openAttachment } from "@/server/attachments/open-attachment";
import { withUser, type Call } from "@/server/http";

const open = ({ params, request }: Call<{ id: string }>) => openAttachment(params.id, request);

export const GET = withUser<{ id: string }>(open);
export const HEAD = withUser<{ id: string }>(open);
