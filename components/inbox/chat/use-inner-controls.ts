"use client";

import { useEffect, type RefObject } from "react";

/** What Tab would stop at inside a message. */
const stops = "a[href], button, input, select, textarea, summary, audio[controls], video[controls], [tabindex]";

const messageOf = (node: Node | null) =>
  node instanceof HTMLElement ? node.closest<HTMLElement>("[data-message]") : null;

function controlsIn(root: HTMLElement): HTMLElement[] {
  return Array.from(root.querySelectorAll<HTMLElement>(stops)).filter((one) => !one.matches("[data-message]"));
}

function takeOut(control: HTMLElement): void {
  if (control.dataset.ownTabindex !== undefined) return;
  control.dataset.ownTabindex = control.getAttribute("tabindex") ?? "";
  control.setAttribute("tabindex", "-1");
}

function putBack(control: HTMLElement): void {
  const own = control.dataset.ownTabindex;
  if (own === undefined) return;
  delete control.dataset.ownTabindex;
  if (own === "") control.removeAttribute("tabindex");
  else control.setAttribute("tabindex", own);
}

/** The controls of a message, in the order of Tab, whatever stands in it. */
export function innerControls(message: HTMLElement): HTMLElement[] {
  return controlsIn(message).filter((one) => one.dataset.ownTabindex !== "-1" && one.getClientRects().length > 0);
}

/**
 * The list of messages is one Tab stop: links, buttons and players inside a message are none until the focus is among them. Done on the
 * elements themselves, so that what stands in a message need not know.
 */
export function useInnerControls(box: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    let entered: HTMLElement | null = null;
    const settle = (root: HTMLElement) => {
      for (const control of controlsIn(root)) (messageOf(control) === entered ? putBack : takeOut)(control);
    };
    const enter = (message: HTMLElement | null) => {
      if (message === entered) return;
      const left = entered;
      entered = message;
      for (const one of [left, message]) if (one) settle(one);
    };
    const onFocusIn = ({ target }: FocusEvent) => {
      const message = target instanceof HTMLElement ? messageOf(target) : null;
      enter(message === target ? null : message);
    };
    const onFocusOut = ({ relatedTarget }: FocusEvent) => {
      if (!(relatedTarget instanceof Node) || !element.contains(relatedTarget)) enter(null);
    };
    const observer = new MutationObserver((changes) => {
      const added = changes.flatMap(({ addedNodes }) => Array.from(addedNodes));
      const around = new Set(added.map((node) => (messageOf(node) ?? node).parentElement));
      for (const one of around) if (one && element.contains(one)) settle(one);
    });
    settle(element);
    observer.observe(element, { childList: true, subtree: true });
    element.addEventListener("focusin", onFocusIn);
    element.addEventListener("focusout", onFocusOut);
    return () => {
      observer.disconnect();
      element.removeEventListener("focusin", onFocusIn);
      element.removeEventListener("focusout", onFocusOut);
    };
  }, [box]);
}
