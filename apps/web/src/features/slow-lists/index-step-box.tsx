/** An index that would help, as a step to take: a line for the model, which can be made at once, or a statement for whoever looks after the database. */
import type { IndexStep } from '@haykal/contract'
import { useLocale } from '@haykal/messages/react'
import { Button } from '@haykal/ui/button/button.tsx'
import { showToast } from '@haykal/ui/toast/toasts.ts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useClient } from 'haykal/web'
import { useState } from 'react'
import { errorCode, errorText } from '../problems/error-text.ts'
import { recordsKey } from '../records/record-pages.ts'
import styles from './slow-lists.module.css'
import { slowListsOptions } from './slow-lists-options.ts'

/** The step. */
export function IndexStepBox({ step }: { readonly step: IndexStep }) {
  const { t } = useLocale()
  const { statements, isAddition } = step
  const terms = `[${step.terms.map((term) => `'${term}'`).join(', ')}]`
  const code = statements?.join('\n') ?? (isAddition ? `${terms},` : `indexes: [${terms}],`)
  const what = statements
    ? t('slowLists.statement')
    : t(isAddition ? 'slowLists.entry' : 'slowLists.line', { model: step.model })
  return (
    <div className={styles.step}>
      <p>{what}</p>
      <pre dir="ltr" className={styles.code}>
        {code}
      </pre>
      <div className={styles.acts}>
        <CopyButton text={code} />
        {!statements && <MakeButton step={step} />}
      </div>
    </div>
  )
}

function CopyButton({ text }: { readonly text: string }) {
  const { t } = useLocale()
  const [isCopied, setCopied] = useState(false)
  const copy = async () => {
    // Without a safe origin there is no clipboard: what stands there can be copied by hand.
    await navigator.clipboard?.writeText(text).then(
      () => setCopied(true),
      () => undefined,
    )
  }
  return (
    <Button icon={isCopied ? 'check' : 'copy'} onClick={() => void copy()}>
      {isCopied ? t('slowLists.copied') : t('slowLists.copy')}
    </Button>
  )
}

function MakeButton({ step: { model, terms } }: { readonly step: IndexStep }) {
  const { t } = useLocale()
  const client = useClient()
  const queries = useQueryClient()
  const make = useMutation({
    networkMode: 'always',
    mutationFn: () => client.call('makeIndex', { path: { model }, body: { terms } }),
    onSuccess: ({ lists }) => {
      showToast({ text: t('slowLists.made') })
      queries.setQueryData(slowListsOptions(client).queryKey, lists)
      void queries.invalidateQueries({ queryKey: recordsKey(model) })
    },
    onError: (error) => {
      // Somebody else was quicker, or the server has started anew.
      if (errorCode(error) === 'invalid') void queries.invalidateQueries(slowListsOptions(client))
    },
  })
  return (
    <>
      <Button variant="primary" disabled={make.isPending} onClick={() => make.mutate()}>
        {make.isPending ? t('slowLists.making') : t('slowLists.now')}
      </Button>
      {make.error ? (
        <span role="alert" className={styles.fault}>
          {errorCode(make.error) === 'invalid' ? t('slowLists.gone') : errorText(t, make.error)}
        </span>
      ) : (
        <span className={styles.takes}>{t('slowLists.takes')}</span>
      )}
    </>
  )
}
