/** The place in the page where things are taken back: its keys, and the code that does it, fetched with the first wish. */
import { useLocale } from '@haykal/messages/react'
import { showToast } from '@haykal/ui/toast/toasts.ts'
import { type ComponentType, useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { useKeys } from '../keys/use-keys.ts'
import { withTexts } from '../preferences/shown-preferences.ts'
import type { UndoLayerProps } from './undo-layer.tsx'
import { endWish, wishStore, wishUndo } from './undo-wishes.ts'

const loadLayer = withTexts(() => import('./undo-layer.tsx'))

/** The place; once in the page. */
export function UndoHost() {
  const { t } = useLocale()
  const wish = useSyncExternalStore(wishStore.subscribe, wishStore.read)
  const [Layer, setLayer] = useState<ComponentType<UndoLayerProps>>()
  const latest = useRef(t)
  useKeys({ undo: () => wishUndo({}), redo: () => wishUndo({ isRedo: true }) })
  useEffect(() => {
    latest.current = t
  })
  useEffect(() => {
    if (!wish || Layer) return
    loadLayer().then(
      (code) => setLayer(() => code.UndoLayer),
      () => {
        endWish(wish)
        showToast({ text: latest.current('shell.layerFailed') })
      },
    )
  }, [wish, Layer])
  return wish && Layer && <Layer key={wish.number} wish={wish} />
}
