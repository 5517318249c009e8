import type { Metadata } from "next";
import { FrontDoor } from "@/components/sign-in/front-door";
import { SetupForm } from "@/components/sign-in/setup-form";
import { PlainLink } from "@/components/ui/plain-link";
import { findSetupLink, type SetupLink } from "@/server/team/setup";

export const metadata: Metadata = { title: "Set up" };

const words: Record<Exclude<SetupLink, "open">, { title: string; text: string }> = {
  used: { title: "Postroom is set up already", text: "Somebody has been here before. Sign in instead." },
  expired: {
    title: "This link has expired",
    text: "It was valid for 30 minutes. Each start of Postroom prints a new one.",
  },
  unknown: {
    title: "This link is not known here",
    text: "Copy it whole from the console. Each start of Postroom prints a new one.",
  },
};

export default async function SetupPage({ searchParams }: PageProps<"/setup">) {
  const { token } = await searchParams;
  const given = typeof token === "string" ? token : "";
  const link = await findSetupLink(given);
  if (link === "open") {
    return (
      <FrontDoor title="Welcome to Postroom">
        <SetupForm token={given} />
      </FrontDoor>
    );
  }
  const { title, text } = words[link];
  return (
    <FrontDoor title={title}>
      <p className="text-body text-muted mb-4">{text}</p>
      {link === "used" ? <PlainLink href="/login">Sign in</PlainLink> : null}
    </FrontDoor>
  );
}
