import type { Metadata } from "next";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { FrontDoor } from "@/components/sign-in/front-door";
import { SignInForm } from "@/components/sign-in/sign-in-form";
import { parseSignInError, returnPath, signInMessage } from "@/domain/sign-in";
import { findUser } from "@/server/auth";
import { env } from "@/server/env";
import { listSignInWays } from "@/server/team/sign-in-providers";

export const metadata: Metadata = { title: "Sign in" };

const first = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value) ?? null;

export default async function LoginPage({ searchParams }: PageProps<"/login">) {
  const { error, wait, callbackUrl } = await searchParams;
  if (await findUser()) redirect("/inbox");
  const code = first(error);
  return (
    <FrontDoor title="Sign in to Postroom">
      <SignInForm
        csrfToken={(await headers()).get("x-postroom-csrf") ?? ""}
        callbackUrl={returnPath(first(callbackUrl), env().publicUrl)}
        message={code === null ? null : signInMessage(parseSignInError(code), Number(first(wait)) || 0)}
        ways={listSignInWays()}
      />
    </FrontDoor>
  );
}
