import { MessagePage } from "@/components/ui/message-page";
import { PlainLink } from "@/components/ui/plain-link";

export default function NotFound() {
  return (
    <main>
      <MessagePage title="There is nothing here" text="The address may be mistyped, or what it named is gone.">
        <PlainLink href="/inbox">Go to the inbox</PlainLink>
      </MessagePage>
    </main>
  );
}
