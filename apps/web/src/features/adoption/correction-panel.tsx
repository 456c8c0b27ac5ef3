/** The place to correct what a table was taken for: opens beside the overview, on a phone in its place. */
import type { AdoptionReport } from '@haykal/contract'
import { useLocale } from '@haykal/messages/react'
import { labelFromName, labelIn } from '@haykal/model'
import { Blank } from '@haykal/ui/blank/blank.tsx'
import { buttonClass } from '@haykal/ui/button/button.tsx'
import { Link } from 'haykal/web'
import { type ReactNode, useCallback, useMemo } from 'react'
import { SidePanel } from '../screens/side-panel.tsx'
import { adoptionPath } from '../shell/navigation.ts'
import { type AdoptedEntry, summaryOf } from './adoption-summary.ts'
import styles from './correction.module.css'
import { CorrectionFields } from './correction-fields.tsx'
import { CorrectionFoot } from './correction-foot.tsx'
import { CorrectionModel } from './correction-model.tsx'
import { Doubts } from './doubts.tsx'
import { entryId } from './entry-list.tsx'
import { useCorrection } from './use-correction.ts'

/** The properties of the panel. */
export interface CorrectionPanelProps {
  readonly report: AdoptionReport
  /** The name of the model. */
  readonly name: string
}

/** The panel. */
export function CorrectionPanel({ report, name }: CorrectionPanelProps) {
  const { t, language } = useLocale()
  const entries = useMemo(() => summaryOf(report).entries, [report])
  const entry = entries.find(({ definition }) => definition.name === name)
  const nameOf = useCallback(
    (model: string) => {
      const definition = entries.find((each) => each.definition.name === model)?.definition
      return labelIn(definition?.label ?? labelFromName(model), language)
    },
    [entries, language],
  )
  if (entry) return <EntryPanel entry={entry} nameOf={nameOf} />
  return (
    <CorrectionSide name={name} title={name}>
      <Blank icon="search" title={t('adoption.gone')} />
    </CorrectionSide>
  )
}

interface EntryPanelProps {
  readonly entry: AdoptedEntry
  readonly nameOf: (model: string) => string
}

function EntryPanel({ entry, nameOf }: EntryPanelProps) {
  const { t, language } = useLocale()
  const { definition, model, doubts } = entry
  const title = labelIn(definition.plural ?? definition.label ?? labelFromName(definition.name), language)
  const form = useCorrection(model)
  const shared = { guess: model.definition, form }
  return (
    <CorrectionSide name={definition.name} title={title}>
      <form
        aria-label={title}
        className={styles.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          if (!form.isBusy && form.changes > 0) form.save()
        }}
      >
        <div className={styles.body}>
          {form.takeMine && (
            <div className={styles.notice} role="alert">
              <p>{t('adoption.conflict')}</p>
              <button type="button" className={buttonClass()} onClick={form.takeMine}>
                {t('adoption.takeMine')}
              </button>
            </div>
          )}
          <Doubts doubts={doubts} all />
          <CorrectionModel {...shared} fields={definition.fields} />
          <CorrectionFields {...shared} alternatives={model.alternatives} nameOf={nameOf} />
        </div>
        <CorrectionFoot form={form} />
      </form>
    </CorrectionSide>
  )
}

interface CorrectionSideProps {
  readonly name: string
  readonly title: string
  readonly children: ReactNode
}

function CorrectionSide({ name, title, children }: CorrectionSideProps) {
  const { t } = useLocale()
  const toList = (
    <Link to={`/${encodeURIComponent(name)}`} className={buttonClass({ variant: 'quiet' })}>
      {t('adoption.toList')}
    </Link>
  )
  return (
    <SidePanel title={title} to={adoptionPath()} back={t('adoption.backToAll')} openedBy={entryId(name)} act={toList}>
      {children}
    </SidePanel>
  )
}
