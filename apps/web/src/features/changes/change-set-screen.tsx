/** One act of the history: who did what, when and by which means, with everything that it changed, and the way to take it back. */
import type { ChangeSet, RecordChange, Titles } from '@haykal/contract'
import { useLocale } from '@haykal/messages/react'
import { labelIn } from '@haykal/model'
import { Banner } from '@haykal/ui/banner/banner.tsx'
import { Button } from '@haykal/ui/button/button.tsx'
import { Icon } from '@haykal/ui/icon/icon.tsx'
import { Tag } from '@haykal/ui/tag/tag.tsx'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link, recordPath, useClient } from 'haykal/web'
import { useModels } from '../boot/use-boot.ts'
import { useTitle } from '../boot/use-title.ts'
import { Untitled } from '../records/untitled.tsx'
import { wishUndo } from '../undo/undo-wishes.ts'
import { AnswerBlank } from './answer-blank.tsx'
import { exactly } from './change-moment.tsx'
import { ChangeFace } from './change-set-row.tsx'
import { meansText, setText, whoText } from './change-words.ts'
import styles from './changes.module.css'
import { changeSetOptions } from './changes-options.ts'
import { changeSetPath, changesPath } from './changes-path.ts'
import { FieldDifferences } from './field-differences.tsx'
import { MoreButton } from './more-button.tsx'

/** The screen. */
export function ChangeSetScreen({ id }: { readonly id: string }) {
  const { t, language } = useLocale()
  const models = useModels()
  const pages = useInfiniteQuery(changeSetOptions(useClient(), id))
  const set = pages.data?.pages[0]?.set
  const title = set && setText({ t, language, models }, set)
  useTitle(title)
  return (
    <div className={styles.screen}>
      <header className={styles.head}>
        <Link to={changesPath()} className={styles.back}>
          <Icon name="back" />
          {t('shell.changes')}
        </Link>
        {set && title !== undefined && <SetHead set={set} title={title} />}
      </header>
      {pages.data ? (
        <>
          {set && <Standing set={set} />}
          <ul className={styles.changes} aria-label={t('changes.whatChanged')}>
            {pages.data.pages.flatMap(({ data, meta }) =>
              data.map((change) => <Change key={change.id} change={change} titles={meta.titles} />),
            )}
          </ul>
          <MoreButton pages={pages} />
        </>
      ) : (
        <AnswerBlank answer={pages} />
      )}
    </div>
  )
}

function SetHead({ set, title }: { readonly set: ChangeSet; readonly title: string }) {
  const { t, language, format } = useLocale()
  const means = meansText({ t, language }, set)
  return (
    <>
      <div className={styles.titles}>
        <h1 className={styles.title}>{title}</h1>
        <p className={styles.setFacts}>
          <ChangeFace set={set} />
          <bdi>{whoText(t, set)}</bdi>
          <time dateTime={set.at}>{format.dateTime(set.at, exactly)}</time>
          {means !== undefined && <Tag tone={set.means === 'outside' ? 'warn' : 'neutral'}>{means}</Tag>}
        </p>
      </div>
      <Button icon="undo" onClick={() => wishUndo({ act: { changeSet: set.id, text: title }, isAsked: true })}>
        {t('app.undo')}
      </Button>
    </>
  )
}

/** What it took back, and what took it back. */
function Standing({ set: { undoes, undoneBy } }: { readonly set: ChangeSet }) {
  const { t } = useLocale()
  return (
    <>
      {undoneBy !== undefined && (
        <div className={styles.banner}>
          <Banner icon="undo" action={<Link to={changeSetPath(undoneBy)}>{t('changes.show')}</Link>}>
            {t('changes.undoneBy')}
          </Banner>
        </div>
      )}
      {undoes !== undefined && (
        <div className={styles.banner}>
          <Banner icon="undo" action={<Link to={changeSetPath(undoes)}>{t('changes.show')}</Link>}>
            {t('changes.undoes')}
          </Banner>
        </div>
      )}
    </>
  )
}

const actTexts = { create: 'changes.created', edit: 'changes.edited', remove: 'changes.removed' } as const

function Change({ change, titles }: { readonly change: RecordChange; readonly titles: Titles }) {
  const { t, language } = useLocale()
  const model = useModels().get(change.model)
  const name = change.title === '' ? <Untitled /> : <bdi>{change.title}</bdi>
  return (
    <li className={styles.change}>
      <p className={styles.changeHead}>
        {change.isThere ? (
          <Link to={recordPath(change.model, change.record)} className={styles.name}>
            {name}
          </Link>
        ) : (
          <span className={styles.name}>{name}</span>
        )}
        <span className={styles.kind}>
          <bdi>{labelIn(model?.label ?? change.model, language)}</bdi> · {t(actTexts[change.act])}
        </span>
      </p>
      {model && (
        <FieldDifferences model={model} change={change} titles={titles} most={change.act === 'edit' ? 20 : 4} />
      )}
    </li>
  )
}
