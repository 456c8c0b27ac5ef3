/** All objects of an adopted database: the sum of them, the lists in their order, and at the end what is not shown. */
import type { AdoptionReport } from '@haykal/contract'
import { useLocale } from '@haykal/messages/react'
import { labelFromName, labelIn } from '@haykal/model'
import { foldText } from '@haykal/model/fold-text'
import { Button, buttonClass } from '@haykal/ui/button/button.tsx'
import { Icon } from '@haykal/ui/icon/icon.tsx'
import { Tag } from '@haykal/ui/tag/tag.tsx'
import { TextInput } from '@haykal/ui/text-input/text-input.tsx'
import { Link } from 'haykal/web'
import { useMemo, useState } from 'react'
import { rulesPath } from '../rules/rules-path.ts'
import styles from './adoption.module.css'
import { type AdoptedEntry, summaryOf } from './adoption-summary.ts'
import { Doubts } from './doubts.tsx'
import { EntryList } from './entry-list.tsx'
import { objectWord } from './object-word.ts'
import { useArrange } from './use-arrange.ts'

/** Objects beyond which a search box helps. */
const manyObjects = 12

/** The properties of the overview. */
export interface AdoptionOverviewProps {
  readonly report: AdoptionReport
  /** The name of the model that is corrected beside it. */
  readonly chosen: string | undefined
}

/** The overview. */
export function AdoptionOverview({ report, chosen }: AdoptionOverviewProps) {
  const { t, language } = useLocale()
  const { entries, notShown, sum } = useMemo(() => summaryOf(report), [report])
  const arranging = useArrange(report)
  const [text, setText] = useState('')
  const closed = [...new Set(report.ruleTroubles.map(({ role }) => role))]
  const wanted = foldText(text.trim())
  const isFound = (...names: readonly string[]) => names.some((name) => foldText(name).includes(wanted))
  const namesOf = ({ definition, object }: AdoptedEntry) => [
    labelIn(definition.plural ?? definition.label ?? labelFromName(definition.name), language),
    definition.name,
    object?.name ?? '',
  ]
  const place = new Map(arranging.order.map((name, index) => [name, index]))
  const placeOf = ({ definition }: AdoptedEntry) => place.get(definition.name) ?? entries.length
  const lists = entries.toSorted((a, b) => placeOf(a) - placeOf(b)).filter((entry) => isFound(...namesOf(entry)))
  const others = notShown.filter(({ names }) => isFound(...names))
  return (
    <div className={styles.overview}>
      <header className={styles.head}>
        <h1 className={styles.title}>{t('adoption.title')}</h1>
        <p className={styles.sum}>
          <span>{t('adoption.shown', { count: sum.shown })}</span>
          {sum.leftOut > 0 && <span>{t('adoption.leftOut', { count: sum.leftOut })}</span>}
          {sum.doubts > 0 && <span>{t('adoption.doubts', { count: sum.doubts })}</span>}
        </p>
        <p className={styles.text}>{t('adoption.text')}</p>
        <p className={styles.line}>
          <Link to={rulesPath()} className={buttonClass({ variant: 'quiet' })}>
            <Icon name="shield" />
            {t('rules.title')}
          </Link>
          {closed.map((role) => (
            <Tag key={role} tone="warn">
              {t('rules.closed', { role: t(`rules.${role}`) })}
            </Tag>
          ))}
        </p>
      </header>
      {report.objects.length > manyObjects && (
        <div className={styles.find}>
          <TextInput
            type="search"
            value={text}
            placeholder={t('adoption.find')}
            aria-label={t('adoption.find')}
            onChange={(event) => setText(event.target.value)}
          />
        </div>
      )}
      {lists.length > 0 && (
        <section aria-labelledby="adoption-lists">
          <div className={styles.heading}>
            <h2 id="adoption-lists">{t('adoption.lists')}</h2>
            {arranging.isArranged && (
              <Button variant="quiet" icon="undo" onClick={arranging.reset}>
                {t('adoption.orderGuessed')}
              </Button>
            )}
          </div>
          <EntryList entries={lists} chosen={chosen} onMove={wanted === '' ? arranging.move : undefined} />
        </section>
      )}
      {others.length > 0 && (
        <section aria-labelledby="adoption-not-shown">
          <div className={styles.heading}>
            <h2 id="adoption-not-shown">{t('adoption.notShown')}</h2>
          </div>
          <ul className={styles.entries}>
            {others.map(({ names, type, doubts }) => (
              <li key={names.join('\n')} className={styles.entry}>
                <div className={styles.words}>
                  <ul className={styles.line}>
                    {names.map((name) => (
                      <li key={name} className={styles.plainName}>
                        <bdi>{name}</bdi>
                      </li>
                    ))}
                  </ul>
                  <p className={styles.fact}>{t(objectWord(type))}</p>
                  <Doubts doubts={doubts} />
                </div>
              </li>
            ))}
          </ul>
        </section>
      )}
      {lists.length + others.length === 0 && <p className={styles.text}>{t('adoption.noneFound', { text })}</p>}
    </div>
  )
}
