/** Who changed the same fields, and when, as the question about a conflict says it; in general words where the server does not tell. */
import type { Locale } from '@haykal/messages/react'
import type { Conflict, FieldConflict } from '@haykal/model'

/** Seconds for which something was done just now. */
const fresh = 60

/** The title of the question: with a name, where the same person changed all fields. */
export function conflictTitle({ t }: Pick<Locale, 't'>, conflict: Conflict): string {
  const fields = Object.values(conflict)
  const name = fields[0]?.by
  const count = fields.length
  const isOne = name !== undefined && fields.every(({ by }) => by === name)
  return isOne ? t('conflict.titleBy', { name, count }) : t('conflict.title', { count })
}

/** Whose the other value is, and from when. */
export function theirsText(
  { t, format }: Pick<Locale, 't' | 'format'>,
  { by, at }: FieldConflict,
  now: number,
): string {
  const name = by ?? t('conflict.someone')
  // Whom the server does not name was faster by a moment, as far as one knows here.
  if (at === undefined) return by ?? t('conflict.theirs', { name, when: t('conflict.now') })
  const isFresh = now - Date.parse(at) < fresh * 1000
  return t('conflict.theirs', { name, when: isFresh ? t('conflict.now') : format.relativeTime(at, now) })
}
