/** Makes columns wider and narrower by the edges of their heads, and with Shift and the arrow keys on them. */
import type { ViewColumn } from '@haykal/contract'
import { useLocale } from '@haykal/messages/react'
import { labelIn, type Model, type ModelField } from '@haykal/model'
import { type KeyboardEvent, type PointerEvent, useState } from 'react'
import { useAnnounce } from '../shell/announcer.tsx'

/** What the heads of columns take over. */
export interface Resizing {
  /** The column that is being pulled, as wide as it is by now; undefined: none. */
  readonly pulled: { readonly field: string; readonly width: number } | undefined
  pull(field: ModelField, event: PointerEvent<HTMLElement>): void
  press(field: ModelField, event: KeyboardEvent<HTMLElement>): void
  /** As wide as its values ask for. */
  free(field: ModelField): void
}

/** What is resized. */
export interface Resizable {
  readonly model: Model
  /** Absent: nobody chose. */
  readonly columns: readonly ViewColumn[] | undefined
  /** Called with the columns once one has another width. */
  readonly onColumns: (columns: readonly ViewColumn[]) => void
}

const load = () => import('./resize-column.ts')
/** Without a connection a column stays as wide as it is. */
const away = () => undefined

/** Resizing the columns of a list. */
export function useResizing({ model, columns, onColumns }: Resizable): Resizing {
  const { t, language } = useLocale()
  const announce = useAnnounce()
  const [pulled, setPulled] = useState<Resizing['pulled']>()
  const settle = async ({ name, label }: ModelField, width: number | undefined) => {
    onColumns((await load()).resizedColumns(model, columns, { field: name, width }))
    if (width !== undefined) announce(t('views.widthIs', { field: labelIn(label, language), count: width }))
  }
  return {
    pulled,
    pull(field, event) {
      if (event.button !== 0) return
      // Else what is beside it is marked.
      event.preventDefault()
      const { currentTarget: handle, clientX: from, pointerId } = event
      handle.setPointerCapture(pointerId)
      const onWidth = (width: number) => setPulled({ field: field.name, width })
      const onEnd = (width: number | undefined) => {
        setPulled(undefined)
        if (width !== undefined) void settle(field, width).catch(away)
      }
      void load()
        .then(({ pullColumn }) => pullColumn({ handle, from, onWidth, onEnd }))
        .catch(away)
    },
    press(field, event) {
      const { shiftKey, key } = event
      const head = event.currentTarget.parentElement
      if (!shiftKey || !head || (key !== 'ArrowLeft' && key !== 'ArrowRight')) return
      event.preventDefault()
      void load()
        .then(({ widthAfterKey }) => settle(field, widthAfterKey(head, key)))
        .catch(away)
    },
    free: (field) => void settle(field, undefined).catch(away),
  }
}
