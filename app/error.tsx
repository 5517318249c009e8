"use client";

import { Button } from "@/components/ui/button";
import { MessagePage } from "@/components/ui/message-page";

export default function ErrorPage({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  const reference = error.digest === undefined ? "" : ` In the server’s log it is ${error.digest}.`;
  return (
    <main>
      <MessagePage
        title="This page did not work"
        text={`Nothing is lost: messages are kept as they come in.${reference}`}
      >
        <Button look="primary" onClick={reset}>
          Try again
        </Button>
      </MessagePage>
    </main>
  );
}
