/** Next calls this once a process, before the first request, and does not wait for it: the production server waits for `postroom.started`. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const started = import("./server/start").then(({ start }) => start());
  Object.assign(globalThis, { [Symbol.for("postroom.started")]: started });
  await started;
}
