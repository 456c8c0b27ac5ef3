/** What is seen of taking something back: nothing while it goes by itself, a question where it needs one, a bar where it takes long. */
import { UndoProgress } from './undo-progress.tsx'
import { UndoQuestion } from './undo-question.tsx'
import { UndoRemainder } from './undo-remainder.tsx'
import type { QueuedWish } from './undo-wishes.ts'
import { useUndo } from './use-undo.ts'

/** The properties of the layer; a wish has one of its own. */
export interface UndoLayerProps {
  readonly wish: QueuedWish
}

/** The layer. */
export function UndoLayer({ wish }: UndoLayerProps) {
  const { stage, text, confirm, stop, close } = useUndo(wish)
  if (stage.at === 'asking') {
    return (
      <UndoQuestion
        text={text}
        isRedo={wish.isRedo === true}
        preview={stage.preview}
        onConfirm={confirm}
        onClose={close}
      />
    )
  }
  // What is done in one step needs no bar.
  if (stage.at === 'running') return stage.reply?.next ? <UndoProgress reply={stage.reply} onStop={stop} /> : null
  if (stage.at === 'told') return <UndoRemainder outcome={stage.outcome} onConfirm={confirm} onClose={close} />
  return null
}
