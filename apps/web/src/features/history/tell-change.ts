/** Tells what was just done, with a way to take it back: in the message, and by key. */
import { showToast } from '@haykal/ui/toast/toasts.ts'
import { shownTexts } from '../preferences/shown-preferences.ts'
import { rememberDone } from '../undo/undo-stack.ts'
import { wishUndo } from '../undo/undo-wishes.ts'

/** What was done. */
export interface ToldChange {
  /** The change-set that the server wrote; null or absent: nothing that could be taken back. */
  readonly changeSet: string | null | undefined
  /** In a few words, for people: `Order 1048571 saved`. */
  readonly text: string
}

/** Shows the message, and remembers the act for the key that takes the last one back. */
export function tellChange({ changeSet, text }: ToldChange): void {
  if (changeSet === null || changeSet === undefined) {
    showToast({ text })
    return
  }
  const act = { changeSet, text }
  rememberDone(act)
  showToast({ text, action: { label: shownTexts().app.undo, onPress: () => wishUndo({ act }) } })
}
