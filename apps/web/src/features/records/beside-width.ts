/** Tells how much of the window a record beside its list takes. */

/** How wide a record beside its list is now, in pixels; `.peek` in list-screen.module.css says the same. */
export function besideWidth(): number {
  return Math.max(400, Math.min(window.innerWidth * 0.32, 520))
}
