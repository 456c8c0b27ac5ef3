/** A record beside its list: the same parts as on its page, in a panel that Esc closes. */
import { useLocale } from '@haykal/messages/react'
import { labelIn } from '@haykal/model'
import { useEffect, useMemo, useRef } from 'react'
import { useModel } from '../boot/use-boot.ts'
import { type RecordPlace, RecordPlaceProvider } from './record-place.ts'
import { RecordView } from './record-view.tsx'

/** The properties of the panel. */
export interface RecordPeekProps {
  readonly model: string
  readonly id: string
  readonly className: string | undefined
  readonly onClose: () => void
}

/** The panel. */
export function RecordPeek({ model: name, id, className, onClose }: RecordPeekProps) {
  const { language } = useLocale()
  const known = useModel(name)
  const scroll = useRef(0)
  const close = useRef(onClose)
  useEffect(() => {
    close.current = onClose
  })
  const place = useMemo((): RecordPlace => ({ isPeek: true, leave: () => close.current(), scroll }), [])
  useEscape(place.leave)
  if (!known) return null
  return (
    <aside className={className} aria-label={labelIn(known.model.label, language)}>
      <RecordPlaceProvider value={place}>
        <RecordView model={known.model} id={id} />
      </RecordPlaceProvider>
    </aside>
  )
}

/** Calls on Esc, unless it is meant for something that is open over the screen, or was taken by what has the focus. */
function useEscape(act: () => void): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented || event.isComposing) return
      if (document.querySelector('dialog[open], [popover]:popover-open, [aria-expanded="true"][role="combobox"]'))
        return
      event.preventDefault()
      act()
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [act])
}
