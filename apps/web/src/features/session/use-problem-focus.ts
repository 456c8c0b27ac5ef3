/** Leads back to what has to be put right, so that nobody has to look for it. */
import { type RefObject, useEffect, useRef } from 'react'

/**
 * The form's ref. Whenever `attempt` counts on or another `error` comes, the first field with a problem has the focus;
 * where the form as a whole was refused, the password, ready to be typed anew.
 */
export function useProblemFocus(attempt: number, error: Error | null): RefObject<HTMLFormElement | null> {
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => {
    // Nothing was tried yet. From then on every attempt leads back, also one that failed as the last.
    if (attempt === 0 && error === null) return
    const faulty = form.current?.querySelector<HTMLInputElement>('[aria-invalid="true"]')
    const refused = error === null ? null : form.current?.querySelector<HTMLInputElement>('[name="password"]')
    const field = faulty ?? refused
    field?.focus()
    field?.select()
  }, [attempt, error])
  return form
}
