/** The list of people: searched, by group, page after page; a row opens a person. */
import type { ListedPerson, PeopleGroup } from '@haykal/contract'
import { useLocale } from '@haykal/messages/react'
import { Avatar } from '@haykal/ui/avatar/avatar.tsx'
import { Blank } from '@haykal/ui/blank/blank.tsx'
import { Button, buttonClass } from '@haykal/ui/button/button.tsx'
import { classNames } from '@haykal/ui/class-names.ts'
import { Icon } from '@haykal/ui/icon/icon.tsx'
import { Menu } from '@haykal/ui/menu/menu.tsx'
import { Skeleton } from '@haykal/ui/skeleton/skeleton.tsx'
import { Tag } from '@haykal/ui/tag/tag.tsx'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { Link, useClient } from 'haykal/web'
import { useRef } from 'react'
import { useBoot } from '../boot/use-boot.ts'
import { useKeys } from '../keys/use-keys.ts'
import { errorText } from '../problems/error-text.ts'
import { SearchBox } from '../records/search-box.tsx'
import { useViewAs } from '../viewing/use-viewing.ts'
import styles from './people.module.css'
import { aboutPeopleOptions, type PeopleSearch, peoplePagesOptions } from './people-options.ts'
import { newPerson, type PeopleAddress, peoplePath } from './people-path.ts'
import { roleText } from './role-text.ts'

/** The id of the link to a person, which takes the focus back when they are closed. */
export function personLinkId(id: string): string {
  return `person ${id}`
}

/** The list. */
export function PeopleList({ address }: { readonly address: PeopleAddress }) {
  const { t, language } = useLocale()
  const client = useClient()
  const { history } = useRouter()
  const { q, group } = address
  const search = { ...(q && { q }), ...(group && { group }) }
  const pages = useInfiniteQuery(peoplePagesOptions(client, search))
  const about = useQuery(aboutPeopleOptions(client)).data
  const viewAs = useViewAs()
  const people = pages.data?.pages.flatMap(({ data }) => data)
  const count = pages.data?.pages.at(-1)?.meta.count
  const go = (next: PeopleAddress) => history.push(peoplePath(next))
  const list = useRef<HTMLUListElement>(null)
  useRowKeys(list, () => go({ ...search, person: newPerson }))
  const words = { t, language, roles: about?.roles }
  return (
    <div className={styles.overview}>
      <header className={styles.head}>
        <h1 className={styles.title}>{t('people.title')}</h1>
        <div className={styles.tools}>
          {about && (
            <Menu
              label={t('roster.viewAsRole')}
              placement="belowEnd"
              sections={[
                {
                  key: 'roles',
                  items: about.roles.map(({ name }) => ({
                    key: name,
                    text: <bdi>{roleText(words, name)}</bdi>,
                    onSelect: () => viewAs.mutate({ role: name }),
                  })),
                },
              ]}
              trigger={(trigger) => (
                <Button {...trigger} icon="eye">
                  {t('roster.viewAsRole')}
                </Button>
              )}
            />
          )}
          <Link to={peoplePath({ ...search, person: newPerson })} className={buttonClass({ variant: 'primary' })}>
            <Icon name="plus" />
            {t('roster.new')}
          </Link>
        </div>
        <p className={styles.text}>{t('roster.text')}</p>
      </header>
      <div className={styles.find}>
        <SearchBox
          text={q ?? ''}
          label={t('roster.find')}
          onSearch={(text) => history.replace(peoplePath({ ...address, q: text }))}
        />
        {count !== undefined && <p role="status">{t('roster.count', { count })}</p>}
      </div>
      {about && about.groups.length > 0 && <GroupLinks groups={about.groups} search={search} />}
      {pages.error && !people ? (
        <Blank
          alert
          icon="alert"
          title={t('roster.errorTitle')}
          text={errorText(t, pages.error)}
          actions={
            <Button icon="refresh" onClick={() => void pages.refetch()}>
              {t('app.retry')}
            </Button>
          }
        />
      ) : !people && pages.isPaused ? (
        <Blank icon="offline" title={t('list.offlineTitle')} text={t('list.offlineText')} />
      ) : !people ? (
        <div className={styles.entries} aria-busy="true">
          {[1, 2, 3].map((each) => (
            <div key={each} className={styles.entry}>
              <Skeleton />
            </div>
          ))}
        </div>
      ) : people.length === 0 ? (
        <Blank icon="search" title={t('roster.noneTitle')} text={t('roster.noneText')} />
      ) : (
        <>
          <ul ref={list} className={styles.entries} aria-label={t('roster.list')}>
            {people.map((person) => (
              <Entry
                key={person.id}
                person={person}
                role={roleText(words, person.role)}
                isChosen={person.id === address.person}
                to={peoplePath({ ...search, person: person.id })}
              />
            ))}
          </ul>
          {pages.hasNextPage && (
            <Button disabled={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
              {t('roster.more')}
            </Button>
          )}
        </>
      )}
    </div>
  )
}

interface GroupLinksProps {
  readonly groups: readonly PeopleGroup[]
  readonly search: PeopleSearch
}

/** Every group with how many are in it; one lists its members. */
function GroupLinks({ groups, search: { q = '', group } }: GroupLinksProps) {
  const { t, format } = useLocale()
  const look = (isChosen: boolean) => ({
    className: classNames(styles.group, isChosen && styles.chosenGroup),
    'aria-current': isChosen ? ('true' as const) : undefined,
  })
  return (
    <nav className={styles.groups} aria-label={t('people.groups')}>
      <Link to={peoplePath({ q })} {...look(group === undefined)}>
        {t('roster.everybody')}
      </Link>
      {groups.map(({ name, people }) => (
        <Link key={name} to={peoplePath({ q, group: name })} {...look(name === group)}>
          <bdi>{name}</bdi> <span className={styles.number}>{format.number(people)}</span>
        </Link>
      ))}
    </nav>
  )
}

interface EntryProps {
  readonly person: ListedPerson
  readonly role: string
  readonly isChosen: boolean
  readonly to: string
}

function Entry({ person, role, isChosen, to }: EntryProps) {
  const { t } = useLocale()
  const isMe = useBoot().person?.id === person.id
  return (
    <li className={classNames(styles.entry, isChosen && styles.chosen)}>
      <Avatar name={person.name} />
      <div className={styles.words}>
        <Link id={personLinkId(person.id)} to={to} className={styles.name} aria-current={isChosen ? 'true' : undefined}>
          <bdi>{person.name}</bdi>
        </Link>
        <p className={styles.facts}>
          <bdi>{person.email}</bdi>
        </p>
      </div>
      <p className={styles.tags}>
        {isMe && <Tag>{t('roster.you')}</Tag>}
        {person.suspendedAt !== null && <Tag tone="bad">{t('roster.suspended')}</Tag>}
        {!person.hasPassword && <Tag tone="warn">{t('roster.waiting')}</Tag>}
        {person.groups.map((group) => (
          <Tag key={group} tone="info">
            {group}
          </Tag>
        ))}
        <Tag tone="plum">{role}</Tag>
      </p>
    </li>
  )
}

/** The keys of every list: next and previous row, open, new. */
function useRowKeys(list: { readonly current: HTMLElement | null }, create: () => void): void {
  const move = (by: number) => {
    const links = [...(list.current?.querySelectorAll<HTMLElement>('a') ?? [])]
    const at = links.indexOf(document.activeElement as HTMLElement)
    links[Math.max(0, Math.min(links.length - 1, at === -1 ? 0 : at + by))]?.focus()
  }
  useKeys({ next: () => move(1), previous: () => move(-1), create })
}
