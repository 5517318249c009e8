"use client";

import { useLayoutEffect } from "react";
import { Button } from "@/components/ui/button";
import { MessagePage } from "@/components/ui/message-page";
import { themeChosen } from "@/components/ui/theme";
import "./globals.css";
import "./adaptations.css";

/** Stands in when the frame of all pages fails, so it brings its own. */
export default function GlobalError({ reset }: { error: Error; reset: () => void }) {
  useLayoutEffect(() => {
    window.dispatchEvent(new Event(themeChosen)); // this page has an element of its own, which does not bear the theme yet
  }, []);
  return (
    <html lang="en">
      <body>
        <main>
          <MessagePage
            title="Postroom did not work just now"
            text="Nothing is lost: messages are kept as they come in."
          >
            <Button look="primary" onClick={reset}>
              Try again
            </Button>
          </MessagePage>
        </main>
      </body>
    </html>
  );
}
