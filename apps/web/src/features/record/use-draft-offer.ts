/** Finds what a person typed into a form earlier and neither saved nor discarded. */
import { useLocale } from '@haykal/messages/react'
import { showToast } from '@haykal/ui/toast/toasts.ts'
import { useState } from 'react'
import { useBoot } from '../boot/use-boot.ts'
import { type Continued, continueDraft } from './draft-content.ts'
import { type DraftPlace, dropDraft, keepDraft, keptDrafts } from './kept-drafts.ts'
import type { RecordDraft } from './record-draft.ts'

/** The drafts of one form. */
export interface DraftOffer {
  /** Where they are kept; undefined: an owner looks as somebody else, whose drafts are not theirs. */
  readonly place: DraftPlace | undefined
  /** The newest of them; undefined: there is none. */
  readonly offered: Continued | undefined
  /** Forgets it, unless that is undone; the next is offered. */
  readonly discard: () => void
  /** Looks again, once a form was closed. */
  readonly lookAgain: () => void
}

/** The drafts of a form that begins as `begin` says; `record` is null for one that is still to be made. */
export function useDraftOffer(model: string, record: string | null, begin: () => RecordDraft): DraftOffer {
  const { t } = useLocale()
  const { person, viewing } = useBoot()
  const place = person && !viewing ? { person: person.id, model, record } : undefined
  const look = () => place && newestOf(place, begin())
  const [offered, setOffered] = useState(look)
  const lookAgain = () => setOffered(look())
  const discard = () => {
    const kept = place && keptDrafts(place).find(({ name }) => name === offered?.name)
    if (!kept) return lookAgain()
    const { name, ...content } = kept
    const putBack = () => {
      keepDraft(name, content)
      lookAgain()
    }
    dropDraft(name)
    lookAgain()
    showToast({ text: t('record.draftDiscarded'), action: { label: t('record.draftPutBack'), onPress: putBack } })
  }
  return { place, offered, discard, lookAgain }
}

/** The newest draft of which something is left to save; the others in front of it were saved after all. */
function newestOf(place: DraftPlace, begun: RecordDraft): Continued | undefined {
  for (const kept of keptDrafts(place)) {
    const continued = continueDraft(begun, kept)
    if (continued) return continued
    dropDraft(kept.name)
  }
  return undefined
}
