import Link from "next/link";
import { MessagePage } from "@/components/ui/message-page";

export default function NotFound() {
  return (
    <main>
      <MessagePage title="There is nothing here" text="The address may be mistyped, or what it named is gone.">
        <Link href="/inbox" className="text-accent font-medium underline-offset-4 hover:underline">
          Go to the inbox
        </Link>
      </MessagePage>
    </main>
  );
}
