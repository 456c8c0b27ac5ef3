/** How long the history and the trash are kept, for all lists; shortening it asks first, as what is older is gone then. */
import type { Retention } from '@haykal/contract'
import type { Client } from '@haykal/contract/client'
import { useLocale } from '@haykal/messages/react'
import { Button } from '@haykal/ui/button/button.tsx'
import { showToast } from '@haykal/ui/toast/toasts.ts'
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useClient } from 'haykal/web'
import { useState } from 'react'
import { useTitle } from '../boot/use-title.ts'
import { AnswerBlank } from '../changes/answer-blank.tsx'
import { errorCode, errorText } from '../problems/error-text.ts'
import { AskDialog } from '../record/ask-dialog.tsx'
import { DaysChoice } from './days-choice.tsx'
import { changedRetention, isShortened } from './retention-changes.ts'
import styles from './settings.module.css'
import { SettingsSection } from './settings-section.tsx'

function retentionOptions(client: Client) {
  return queryOptions({
    queryKey: ['changes', 'retention'],
    queryFn: ({ signal }) => client.call('readRetention', { signal }),
    staleTime: 0,
  })
}

/** The screen. */
export function RetentionScreen() {
  const { t } = useLocale()
  const answer = useQuery(retentionOptions(useClient()))
  useTitle(t('shell.retention'))
  return (
    <div className={styles.screen}>
      <header className={styles.head}>
        <h1 className={styles.title}>{t('shell.retention')}</h1>
        <p className={styles.text}>{t('retention.text')}</p>
      </header>
      {answer.data ? <RetentionForm stored={answer.data} /> : <AnswerBlank answer={answer} />}
    </div>
  )
}

/** Undefined for days that make no sense. */
type Wish = { readonly [part in keyof Retention]: number | null | undefined }

function RetentionForm({ stored }: { readonly stored: Retention }) {
  const { t } = useLocale()
  const client = useClient()
  const queries = useQueryClient()
  // What the person saw when they began to choose.
  const [seen, setSeen] = useState(stored)
  const [wish, setWish] = useState<Wish>(stored)
  const [isAsking, setAsking] = useState(false)
  const { values, base } = changedRetention(seen, { history: wish.history ?? null, trash: wish.trash ?? null })
  const isValid = wish.history !== undefined && wish.trash !== undefined
  const take = (next: Retention) => {
    queries.setQueryData(retentionOptions(client).queryKey, next)
    setSeen(next)
  }
  const save = useMutation({
    networkMode: 'always',
    mutationFn: () => client.call('saveRetention', { body: { values, base } }),
    onSuccess: (next) => {
      take(next)
      showToast({ text: t('settings.saved') })
    },
    onError: async (error) => {
      if (errorCode(error) !== 'conflict') return
      const next = await queries.fetchQuery(retentionOptions(client))
      take(next)
      setWish(next)
    },
  })
  const send = () => {
    setAsking(false)
    save.mutate()
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (isShortened(seen, values)) setAsking(true)
        else send()
      }}
    >
      <SettingsSection title={t('record.history')}>
        <DaysChoice
          label={t('retention.history')}
          help={t('retention.historyHelp')}
          days={wish.history}
          onChange={(history) => setWish({ ...wish, history })}
        />
      </SettingsSection>
      <SettingsSection title={t('list.trash')}>
        <DaysChoice
          label={t('retention.trash')}
          help={t('retention.trashHelp')}
          days={wish.trash}
          onChange={(trash) => setWish({ ...wish, trash })}
        />
        {save.error && (
          <p role="alert" className={styles.fault}>
            {errorCode(save.error) === 'conflict' ? t('retention.conflict') : errorText(t, save.error)}
          </p>
        )}
        <p>
          <Button
            type="submit"
            variant="primary"
            disabled={!isValid || save.isPending || Object.keys(values).length === 0}
          >
            {save.isPending ? t('record.saving') : t('record.save')}
          </Button>
        </p>
      </SettingsSection>
      {isAsking && (
        <AskDialog
          title={t('retention.shortenTitle')}
          text={t('retention.shortenText')}
          confirm={t('retention.shorten')}
          onConfirm={send}
          onCancel={() => setAsking(false)}
        />
      )}
    </form>
  )
}
