/** Says with whom a view is shared, and, where an owner says it, for which roles the list opens with it. */
import type { View, ViewAudience } from '@haykal/contract'
import { useLocale } from '@haykal/messages/react'
import type { Model } from '@haykal/model'
import { Button } from '@haykal/ui/button/button.tsx'
import { Checkbox } from '@haykal/ui/checkbox/checkbox.tsx'
import { Dialog } from '@haykal/ui/dialog/dialog.tsx'
import { Skeleton } from '@haykal/ui/skeleton/skeleton.tsx'
import { useQuery } from '@tanstack/react-query'
import { useClient } from 'haykal/web'
import { useState } from 'react'
import { useBoot } from '../../boot/use-boot.ts'
import { roleText } from '../../people/role-text.ts'
import { errorCode, errorText, problemsOf } from '../../problems/error-text.ts'
import { viewsOptions } from './told-views.ts'
import type { ViewActsOf } from './use-view-acts.ts'
import styles from './view-acts.module.css'

/** The properties of the dialog. */
export interface ShareDialogProps {
  readonly model: Model
  readonly view: View
  readonly acts: ViewActsOf
  readonly onClose: () => void
}

/** The dialog. */
export function ShareDialog({ model, view, acts, onClose }: ShareDialogProps) {
  const { t, language } = useLocale()
  const isOwner = useBoot().person?.role === 'owner'
  const { data, error } = useQuery({ ...viewsOptions(useClient(), model.name), networkMode: 'always', retry: false })
  const [audience, setAudience] = useState<ViewAudience>(view.sharedWith ?? [])
  const [defaults, setDefaults] = useState<readonly string[]>(view.defaultFor ?? [])
  const isForAll = audience === 'everyone'
  const isFor = (role: string) => isForAll || audience.includes(role)
  const roles = data?.roles ?? []
  const save = () => {
    const defaultFor = defaults.filter(isFor)
    const values = { sharedWith: audience, ...(isOwner && { defaultFor }) }
    acts.edit.mutate({ view, values }, { onSuccess: onClose })
  }
  const failure = acts.edit.error ?? error
  return (
    <Dialog
      title={t('viewActs.shareTitle', { view: view.name })}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t('app.cancel')}</Button>
          <Button variant="primary" onClick={save} disabled={!data || acts.edit.isPending}>
            {t('viewActs.save')}
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        <p className={styles.quiet}>{t('viewActs.shareText')}</p>
        {!data && !error && <Skeleton width="60%" />}
        {data && (
          <div className={styles.roles}>
            {(isOwner || isForAll) && (
              <div className={styles.role}>
                <Checkbox checked={isForAll} onChange={(event) => setAudience(event.target.checked ? 'everyone' : [])}>
                  {t('viewActs.everyone')}
                </Checkbox>
              </div>
            )}
            {roles.map(({ name }) => {
              const role = roleText({ t, language, roles }, name)
              return (
                <div key={name} className={styles.role}>
                  <Checkbox
                    checked={isFor(name)}
                    disabled={isForAll}
                    onChange={(event) => setAudience(toggled(audience, name, event.target.checked))}
                  >
                    <bdi>{role}</bdi>
                  </Checkbox>
                  {isOwner && isFor(name) && (
                    <Checkbox
                      checked={defaults.includes(name)}
                      aria-label={t('viewActs.defaultFor', { role })}
                      onChange={(event) => setDefaults(toggled(defaults, name, event.target.checked))}
                    >
                      {t('viewActs.default')}
                    </Checkbox>
                  )}
                </div>
              )
            })}
          </div>
        )}
        {failure && (
          <p role="alert" className={styles.failure}>
            {errorCode(failure) === 'conflict' ? t('viewActs.changedByOther') : failureText(t, failure)}
          </p>
        )}
      </div>
    </Dialog>
  )
}

function failureText(t: ReturnType<typeof useLocale>['t'], error: unknown): string {
  const [problem] = problemsOf(error)
  return problem ? t.problem(problem) : errorText(t, error)
}

function toggled(names: ViewAudience, name: string, isOn: boolean): readonly string[] {
  const others = names === 'everyone' ? [] : names.filter((each) => each !== name)
  return isOn ? [...others, name] : others
}
