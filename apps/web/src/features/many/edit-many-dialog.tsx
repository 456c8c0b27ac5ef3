/** Changes fields of many records at once: which and to what, how many that concerns, then step by step. */
import type { BootModel } from '@haykal/contract'
import { useLocale } from '@haykal/messages/react'
import { Button } from '@haykal/ui/button/button.tsx'
import { Dialog } from '@haykal/ui/dialog/dialog.tsx'
import { RecordSource } from '../record/record-source.tsx'
import { refusalText } from '../record/refusal-text.ts'
import styles from './many.module.css'
import { ManyFieldRows } from './many-field-rows.tsx'
import { ManyFooter } from './many-footer.tsx'
import { ManyOutcome } from './many-outcome.tsx'
import { ManySentence } from './many-sentence.tsx'
import type { ManyTarget } from './many-target.ts'
import { NotAllowed } from './not-allowed.tsx'
import { type EditMany, useEditMany } from './use-edit-many.ts'

/** The properties of the dialogs about many records. */
export interface ManyDialogProps {
  readonly target: ManyTarget
  /** Called when nothing was done. */
  readonly onClose: () => void
  /** Called when records were changed, and nothing is left to be told. */
  readonly onDone: () => void
}

/** The dialog. */
export function EditManyDialog({ target, access, onClose, onDone }: ManyDialogProps & { readonly access: BootModel }) {
  const { t } = useLocale()
  const edit = useEditMany(target, access, onDone)
  const { fields, values, counted, isReady, run } = edit
  const count = counted?.allowed ?? 0
  const isBegun = run.state !== 'ready'
  const leave = isBegun ? onDone : onClose
  return (
    <RecordSource>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          if (isReady && !isBegun) edit.apply()
        }}
      >
        <Dialog
          alert={isBegun}
          title={counted ? t('many.editTitle', { count: counted.found }) : t('many.counting')}
          onClose={run.state === 'running' ? run.stop : leave}
          footer={
            <ManyFooter
              run={run}
              onClose={leave}
              submit={
                <Button type="submit" variant="primary" disabled={!isReady}>
                  {t('filter.apply')}
                </Button>
              }
            />
          }
        >
          {isBegun ? (
            <>
              <ManySentence fields={fields} values={values} count={count} />
              <ManyOutcome run={run} expected={count} doneText={(done) => t('many.edited', { count: done })} />
            </>
          ) : (
            <Preparation {...edit} />
          )}
        </Dialog>
      </form>
    </RecordSource>
  )
}

function Preparation({ form, offered, fields, wrong, add, drop, values, counted, error }: EditMany) {
  const { t, locale } = useLocale()
  const count = counted?.allowed ?? 0
  return (
    <>
      <ManyFieldRows form={form} offered={offered} fields={fields} wrong={wrong} onAdd={add} onDrop={drop} />
      {error && (
        <p className={styles.failure} role="alert">
          {refusalText({ t, locale }, error)}
        </p>
      )}
      <div role="status">
        {fields.length > 0 && count > 0 && <ManySentence fields={fields} values={values} count={count} />}
        {counted && <NotAllowed counted={counted} />}
      </div>
    </>
  )
}
