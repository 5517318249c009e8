import { redirect } from "next/navigation";
import { requireUser } from "@/server/auth";

export default async function HomePage() {
  await requireUser();
  redirect("/inbox");
}
