/** The history of the project: every act, newest first; by whom, of what, by which means and when stands in the address. */
import { useLocale } from '@haykal/messages/react'
import { Blank } from '@haykal/ui/blank/blank.tsx'
import { Button, buttonClass } from '@haykal/ui/button/button.tsx'
import { Icon } from '@haykal/ui/icon/icon.tsx'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { Link, useClient } from 'haykal/web'
import { useBoot } from '../boot/use-boot.ts'
import { useTitle } from '../boot/use-title.ts'
import { AnswerBlank } from './answer-blank.tsx'
import { ChangeSetRow } from './change-set-row.tsx'
import styles from './changes.module.css'
import { ChangesFilter } from './changes-filter.tsx'
import { changeSetsOptions, changesCsvPath } from './changes-options.ts'
import { type ChangesAddress, changesPath } from './changes-path.ts'
import { changesQuery } from './changes-query.ts'
import { MoreButton } from './more-button.tsx'

/** Where owners say how long all this is kept. */
const retentionPath = '/-/settings/history'

/** The screen. */
export function ChangesScreen({ address }: { readonly address: ChangesAddress }) {
  const { t, format } = useLocale()
  const { history } = useRouter()
  const query = changesQuery(address, format.timeZone)
  const pages = useInfiniteQuery(changeSetsOptions(useClient(), query))
  const { canManagePeople } = useBoot()
  useTitle(t('shell.changes'))
  const sets = pages.data?.pages.flatMap(({ data }) => data)
  const isAsked = Object.keys(address).length > 0
  const showAll = () => history.push(changesPath())
  return (
    <div className={styles.screen}>
      <header className={styles.head}>
        <div className={styles.titles}>
          <h1 className={styles.title}>{t('shell.changes')}</h1>
          <p className={styles.text}>{t('changes.text')}</p>
        </div>
        {canManagePeople && (
          <Link to={retentionPath} className={buttonClass({ variant: 'quiet' })}>
            <Icon name="clock" />
            {t('retention.open')}
          </Link>
        )}
        <a href={changesCsvPath(query)} download className={buttonClass()}>
          <Icon name="download" />
          {t('changes.export')}
        </a>
      </header>
      <ChangesFilter
        address={address}
        people={pages.data?.pages.flatMap(({ meta }) => meta.people) ?? []}
        onChange={(next) => history.push(changesPath(next))}
      />
      <p className={styles.state} role="status">
        {isAsked &&
          sets &&
          sets.length > 0 &&
          t(pages.hasNextPage ? 'changes.foundMore' : 'changes.found', { count: sets.length })}
        {isAsked && (
          <Button variant="quiet" icon="close" onClick={showAll}>
            {t('changes.showAll')}
          </Button>
        )}
      </p>
      {!sets ? (
        <AnswerBlank answer={pages} />
      ) : sets.length === 0 ? (
        <Blank
          icon="clock"
          title={t(isAsked ? 'changes.noMatchTitle' : 'changes.noneTitle')}
          text={t(isAsked ? 'changes.noMatchText' : 'changes.noneText')}
        />
      ) : (
        <>
          <ol className={styles.entries} aria-label={t('shell.changes')} data-stale={pages.isPlaceholderData}>
            {sets.map((set) => (
              <ChangeSetRow key={set.id} set={set} />
            ))}
          </ol>
          <MoreButton pages={pages} />
        </>
      )}
    </div>
  )
}
