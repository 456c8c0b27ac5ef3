/** What would happen if something were taken back now: how much comes back, what is left as it is and why; and the choice where a value cannot come back. */
import type { ChangeCount, UndoChoice, UndoPreview } from '@haykal/contract'
import { useLocale } from '@haykal/messages/react'
import { labelIn } from '@haykal/model'
import { Button } from '@haykal/ui/button/button.tsx'
import { Dialog } from '@haykal/ui/dialog/dialog.tsx'
import { Icon } from '@haykal/ui/icon/icon.tsx'
import { useState } from 'react'
import { useModels } from '../boot/use-boot.ts'
import { KeptRecords } from './kept-records.tsx'
import styles from './undo-dialog.module.css'

/** The properties of the question. */
export interface UndoQuestionProps {
  /** What was done. */
  readonly text: string
  readonly isRedo: boolean
  readonly preview: UndoPreview
  readonly onConfirm: (choice: UndoChoice) => void
  readonly onClose: () => void
}

/** The question; where nothing can be taken back it only tells why. */
export function UndoQuestion({ text, isRedo, preview, onConfirm, onClose }: UndoQuestionProps) {
  const { t } = useLocale()
  const { back, kept, keptCount, clearable } = preview
  const [choice, setChoice] = useState<UndoChoice>('leave')
  const isPossible = back.length > 0 || clearable > 0
  const isSomething = back.length > 0 || choice === 'clear'
  return (
    <Dialog
      title={t(isRedo ? 'undo.redoTitle' : 'undo.title', { text })}
      onClose={onClose}
      footer={
        isPossible ? (
          <>
            <Button onClick={onClose}>{t('app.cancel')}</Button>
            <Button variant="primary" disabled={!isSomething} onClick={() => onConfirm(choice)}>
              {t(isRedo ? 'undo.redo' : 'app.undo')}
            </Button>
          </>
        ) : (
          <Button variant="primary" onClick={onClose}>
            {t('app.close')}
          </Button>
        )
      }
    >
      {back.length > 0 ? (
        <>
          <p className={styles.text}>{t('undo.back')}</p>
          <ul className={styles.counts}>
            {back.map((count) => (
              <BackCount key={`${count.model} ${count.act}`} {...count} />
            ))}
          </ul>
        </>
      ) : (
        <p className={styles.text}>{t('undo.nothingBack')}</p>
      )}
      {keptCount > 0 && <KeptRecords kept={kept} count={keptCount} />}
      {clearable > 0 && <ClearChoice count={clearable} choice={choice} onChoose={setChoice} />}
    </Dialog>
  )
}

const icons = { create: 'trash', edit: 'undo', remove: 'plus' } as const
const texts = { create: 'undo.backCreate', edit: 'undo.backEdit', remove: 'undo.backRemove' } as const

/** What would happen to the records of a model that were created, edited or removed. */
function BackCount({ model, act, count }: ChangeCount) {
  const { t, language } = useLocale()
  const plural = labelIn(useModels().get(model)?.plural ?? model, language)
  return (
    <li className={styles.count}>
      <Icon name={icons[act]} />
      <span>
        <bdi>{plural}</bdi>: {t(texts[act], { count })}
      </span>
    </li>
  )
}

interface ClearChoiceProps {
  readonly count: number
  readonly choice: UndoChoice
  readonly onChoose: (choice: UndoChoice) => void
}

const choices = { leave: 'undo.leave', clear: 'undo.clear' } as const

function ClearChoice({ count, choice, onChoose }: ClearChoiceProps) {
  const { t } = useLocale()
  return (
    <fieldset className={styles.choice}>
      <legend>{t('undo.clearable', { count })}</legend>
      {(['leave', 'clear'] as const).map((each) => (
        <label key={each} className={styles.option}>
          <input type="radio" name="choice" checked={choice === each} onChange={() => onChoose(each)} />
          {t(choices[each])}
        </label>
      ))}
    </fieldset>
  )
}
