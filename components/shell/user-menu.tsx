"use client";

import { lazy } from "react";
import { RailMenu } from "@/components/shell/rail-menu";
import { initials } from "@/domain/measures";

const UserChoices = lazy(async () => ({ default: (await import("@/components/shell/user-choices")).UserChoices }));

type Props = { name: string; email: string; csrfToken: string };

export function UserMenu(props: Props) {
  const { name } = props;
  const sign = (
    <span className="bg-selected text-fg md:text-meta flex size-5 items-center justify-center rounded-full text-[0.625rem] leading-none font-semibold md:size-7">
      {initials(name)}
    </span>
  );
  return (
    <RailMenu label="You" name={`You, ${name}`} tip={name} className="w-60" look="md:rounded-full" sign={sign}>
      <UserChoices {...props} />
    </RailMenu>
  );
}
