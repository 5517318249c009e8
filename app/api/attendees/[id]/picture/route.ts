import { openAttendeePicture } from "@/server/attachments/open-picture";
import { withUser, type Call } from "@/server/http";

const open = ({ params, request }: Call<{ id: string }>) => openAttendeePicture(params.id, request);

export const GET = withUser<{ id: string }>(open);
export const HEAD = withUser<{ id: string }>(open);
