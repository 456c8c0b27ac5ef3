/** All lists of an adopted database: of which something is said, and which are closed to somebody as it is no longer understood. */
import type { AdoptionReport, RuleTrouble } from '@haykal/contract'
import { useLocale } from '@haykal/messages/react'
import { labelIn } from '@haykal/model'
import { foldText } from '@haykal/model/fold-text'
import { classNames } from '@haykal/ui/class-names.ts'
import { Icon } from '@haykal/ui/icon/icon.tsx'
import { Tag } from '@haykal/ui/tag/tag.tsx'
import { TextInput } from '@haykal/ui/text-input/text-input.tsx'
import { Link } from 'haykal/web'
import { useState } from 'react'
import { useModels } from '../boot/use-boot.ts'
import styles from './rules.module.css'
import { rulesPath } from './rules-path.ts'

/** Lists beyond which a search box helps. */
const manyLists = 12

/** The properties of the overview. */
export interface RulesOverviewProps {
  readonly report: Pick<AdoptionReport, 'ruled' | 'ruleTroubles'>
  /** The name of the model whose rules are said beside it. */
  readonly chosen: string | undefined
}

/** The id of the link to a model, which takes the focus back when its rules are closed. */
export function ruledId(name: string): string {
  return `ruled ${name}`
}

/** The overview. */
export function RulesOverview({ report: { ruled, ruleTroubles }, chosen }: RulesOverviewProps) {
  const { t, language } = useLocale()
  const { all } = useModels()
  const [text, setText] = useState('')
  const lists = all.map(({ name, plural, icon }) => ({ name, icon, text: labelIn(plural, language) }))
  const known = new Set(lists.map(({ name }) => name))
  // What is said of a table that is gone is first to be looked after.
  const gone = ruled.filter((name) => !known.has(name)).map((name) => ({ name, icon: 'alert', text: name }))
  const wanted = foldText(text.trim())
  const found = [...gone, ...lists].filter((each) =>
    [each.name, each.text].some((name) => foldText(name).includes(wanted)),
  )
  return (
    <div className={styles.overview}>
      <header className={styles.head}>
        <h1 className={styles.title}>{t('rules.title')}</h1>
        <p className={styles.text}>{t('rules.text')}</p>
      </header>
      {lists.length > manyLists && (
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
      <ul className={styles.entries} aria-label={t('rules.title')}>
        {found.map(({ name, icon, text }) => (
          <li key={name} className={classNames(styles.entry, name === chosen && styles.chosen)}>
            <Icon name={icon} className={styles.icon} />
            <Link
              id={ruledId(name)}
              to={rulesPath(name)}
              className={styles.name}
              aria-current={name === chosen ? 'true' : undefined}
            >
              <bdi>{text}</bdi>
            </Link>
            <Tags isSaid={ruled.includes(name)} troubles={ruleTroubles.filter(({ model }) => model === name)} />
          </li>
        ))}
      </ul>
      {found.length === 0 && <p className={styles.text}>{t('adoption.noneFound', { text })}</p>}
    </div>
  )
}

function Tags({ isSaid, troubles }: { readonly isSaid: boolean; readonly troubles: readonly RuleTrouble[] }) {
  const { t } = useLocale()
  return (
    <>
      {troubles.map(({ role }) => (
        <Tag key={role} tone="warn">
          {t('rules.closed', { role: t(`rules.${role}`) })}
        </Tag>
      ))}
      {isSaid && troubles.length === 0 && <Tag tone="info">{t('rules.said')}</Tag>}
    </>
  )
}
