/** Asks the owner before a model of an adopted database is opened for editing, and says what that adds to the file. */

import { useLocale } from '@haykal/messages/react'
import { labelIn, type Model } from '@haykal/model'
import { Button } from '@haykal/ui/button/button.tsx'
import { Dialog } from '@haykal/ui/dialog/dialog.tsx'
import { showToast } from '@haykal/ui/toast/toasts.ts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useClient } from 'haykal/web'
import { bootOptions } from '../boot/boot-options.ts'
import { errorText } from '../problems/error-text.ts'
import { recordsKey } from './record-pages.ts'
import styles from './unlock-dialog.module.css'

/** Opens a model for editing; boot then tells what may be done with it. */
function useUnlock(model: Model, onDone: () => void) {
  const client = useClient()
  const queries = useQueryClient()
  return useMutation({
    mutationFn: () => client.call('unlockModel', { path: { model: model.name }, body: {} }),
    onSuccess: async () => {
      await queries.fetchQuery({ ...bootOptions(client), staleTime: 0 })
      await queries.invalidateQueries({ queryKey: recordsKey(model.name) })
      onDone()
    },
  })
}

/** The dialog. */
export function UnlockDialog({ model, onClose }: { readonly model: Model; readonly onClose: () => void }) {
  const { t, language } = useLocale()
  const models = labelIn(model.plural, language)
  const unlock = useUnlock(model, () => {
    showToast({ text: t('unlocking.done', { models }) })
    onClose()
  })
  return (
    <Dialog
      title={t('unlocking.title', { models })}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t('app.cancel')}</Button>
          <Button variant="primary" icon="unlock" disabled={unlock.isPending} onClick={() => unlock.mutate()}>
            {unlock.isPending ? t('unlocking.working') : unlock.isError ? t('app.retry') : t('unlocking.confirm')}
          </Button>
        </>
      }
    >
      <p className={styles.said}>{t('unlocking.text')}</p>
      <h3 className={styles.adds}>{t('unlocking.adds')}</h3>
      <dl className={styles.additions}>
        <dt>{t('unlocking.journalTitle')}</dt>
        <dd>{t('unlocking.journal')}</dd>
        <dt>{t('unlocking.historyTitle')}</dt>
        <dd>{t('unlocking.history')}</dd>
      </dl>
      <p className={styles.said}>{t('unlocking.stays')}</p>
      {unlock.isError && (
        <p role="alert" className={styles.failure}>
          {t('unlocking.failed')} {errorText(t, unlock.error)}
        </p>
      )}
    </Dialog>
  )
}
