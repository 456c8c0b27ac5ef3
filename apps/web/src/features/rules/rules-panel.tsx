/** The place to say who may do what with one list: opens beside the overview, on a phone in its place. */
import { type ModelRulesReport, type RuleTrouble, ruledRoles } from '@haykal/contract'
import type { Translator } from '@haykal/messages'
import { useLocale } from '@haykal/messages/react'
import { labelIn, type Problem } from '@haykal/model'
import { Blank } from '@haykal/ui/blank/blank.tsx'
import { Button, buttonClass } from '@haykal/ui/button/button.tsx'
import { useQuery } from '@tanstack/react-query'
import { useClient } from 'haykal/web'
import { type ModelAccess, useModel } from '../boot/use-boot.ts'
import { errorCode, errorText } from '../problems/error-text.ts'
import { FormFoot } from '../screens/form-foot.tsx'
import { ScreenPlaceholder } from '../screens/screen-placeholder.tsx'
import { SidePanel } from '../screens/side-panel.tsx'
import { RoleRules } from './role-rules.tsx'
import styles from './rules.module.css'
import { rulesOptions } from './rules-options.ts'
import { ruledId } from './rules-overview.tsx'
import { rulesPath } from './rules-path.ts'
import { useEffects } from './use-effects.ts'
import { useRulesForm } from './use-rules-form.ts'

/** The panel of a model. */
export function RulesPanel({ name }: { readonly name: string }) {
  const { t, language } = useLocale()
  const { data: report, error, refetch } = useQuery(rulesOptions(useClient(), name))
  const found = useModel(name)
  const title = found ? labelIn(found.model.plural, language) : name
  return (
    <SidePanel isWide title={title} to={rulesPath()} back={t('adoption.backToAll')} openedBy={ruledId(name)}>
      {report && <RulesForm report={report} found={found} title={title} />}
      {!report && !error && <ScreenPlaceholder />}
      {!report && error && errorCode(error) === 'not_found' && <Blank icon="search" title={t('adoption.gone')} />}
      {!report && error && errorCode(error) !== 'not_found' && (
        <Blank
          alert
          icon="alert"
          title={t('adoption.errorTitle')}
          text={errorText(t, error)}
          actions={
            <Button icon="refresh" onClick={() => void refetch()}>
              {t('app.retry')}
            </Button>
          }
        />
      )}
    </SidePanel>
  )
}

interface RulesFormProps {
  readonly report: ModelRulesReport
  /** Undefined: it is gone, and what is said of it can only be taken back. */
  readonly found: ModelAccess | undefined
  readonly title: string
}

function RulesForm({ report, found, title }: RulesFormProps) {
  const { t } = useLocale()
  const form = useRulesForm(report, title)
  const effects = useEffects(report, found ? form.draft : undefined)
  return (
    <>
      <div className={styles.body}>
        {form.takeMine && (
          <div className={styles.notice} role="alert">
            <p>{t('adoption.conflict')}</p>
            <button type="button" className={buttonClass()} onClick={form.takeMine}>
              {t('adoption.takeMine')}
            </button>
          </div>
        )}
        {found?.access.closed && <p className={styles.help}>{t('rules.locked')}</p>}
        {report.troubles.map((trouble) => (
          <Trouble key={trouble.role} trouble={trouble} />
        ))}
        {found
          ? ruledRoles.map((role) => (
              <RoleRules
                key={role}
                role={role}
                found={found}
                form={form}
                all={effects?.all}
                effects={effects?.[role]}
              />
            ))
          : form.changes === 0 && (
              <Button icon="undo" onClick={() => form.change(() => ({}))}>
                {t('rules.usual')}
              </Button>
            )}
      </div>
      <FormFoot
        changes={form.changes}
        error={form.error}
        isBusy={form.isBusy}
        isSavable={form.isSavable}
        onSave={form.save}
        onDiscard={form.discard}
        openedBy="model"
      />
    </>
  )
}

/** Why a list is closed to a role, and what would open it. */
function Trouble({ trouble: { role, reason, problems } }: { readonly trouble: RuleTrouble }) {
  const { t } = useLocale()
  return (
    <div className={styles.notice} role="note">
      <p>
        <strong>{t('rules.closed', { role: t(`rules.${role}`) })}</strong>
      </p>
      <p>{t(`rules.${reason}`)}</p>
      {problems.length > 0 && (
        <ul>
          {problems.map((problem) => (
            <li key={`${problem.pointer} ${problem.code}`}>
              {placeOf(t, problem)}: {t.problem(problem)}
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

const words = {
  read: 'rules.read',
  create: 'rules.create',
  edit: 'rules.edit',
  remove: 'rules.remove',
  hide: 'rules.hide',
  readOnly: 'rules.only',
} as const

/** Where in what was said something is wrong: the act, and the field if there is one. */
function placeOf(t: Translator, { pointer, params }: Problem): string {
  const [, word = '', ...rest] = pointer.split('/')
  const inside = typeof params?.name === 'string' ? [params.name] : rest
  return [word in words ? t(words[word as keyof typeof words]) : word, ...inside].join(' › ')
}
