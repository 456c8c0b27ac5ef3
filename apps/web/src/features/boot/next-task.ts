/** Lets the browser answer presses, and draw, before more is done. */

/** Resolves in a task of its own, as soon as what waits already has had its turn. */
export async function nextTask(): Promise<void> {
  const { scheduler } = globalThis as { readonly scheduler?: { readonly yield?: () => Promise<void> } }
  if (scheduler?.yield) await scheduler.yield()
  else await new Promise((resolve) => setTimeout(resolve))
}
